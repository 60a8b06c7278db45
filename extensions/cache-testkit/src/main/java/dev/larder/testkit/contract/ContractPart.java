package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Feature;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/** What all parts of the contracts share. */
public interface ContractPart {

  /** Returns how to make the caches under test. */
  CacheFixture fixture();

  /** Returns how long a test waits for what has to happen, before it fails. */
  default Duration patience() {
    return Duration.ofSeconds(20);
  }

  /** Returns a description of a cache without any option. */
  default CacheSpec<String, String> spec() {
    return new CacheSpec<>();
  }

  /** Makes the cache described. */
  default <K, V> Cache<K, V> create(CacheSpec<K, V> spec) {
    return fixture().create(spec);
  }

  /** Makes a cache without any option. */
  default Cache<String, String> create() {
    return create(spec());
  }

  /** Skips the test if the cache lacks one of the features. */
  default void requires(Feature... features) {
    for (Feature feature : features) {
      Assumptions.assumeTrue(fixture().supports(feature), () -> "the cache lacks " + feature);
    }
  }
}
