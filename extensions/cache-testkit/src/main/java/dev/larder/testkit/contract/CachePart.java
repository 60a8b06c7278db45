package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Feature;

/** What the parts of {@link CacheContract} share. */
public interface CachePart extends ContractPart {

  /** Returns how to make the caches under test. */
  CacheFixture fixture();

  @Override
  default boolean supports(Feature feature) {
    return fixture().supports(feature);
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
}
