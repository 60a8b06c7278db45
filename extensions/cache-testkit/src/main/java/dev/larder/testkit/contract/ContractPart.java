package dev.larder.testkit.contract;

import dev.larder.testkit.Feature;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/** What all parts of the contracts share. */
public interface ContractPart {

  /** Returns false for what the caches under test lack. */
  boolean supports(Feature feature);

  /**
   * Returns how long a test waits for what has to happen, before it fails; 20 seconds unless the
   * system property {@code larder.testkit.patienceMillis} says otherwise.
   */
  default Duration patience() {
    return Duration.ofMillis(Long.getLong("larder.testkit.patienceMillis", 20_000));
  }

  /** Skips the test if the cache lacks one of the features. */
  default void requires(Feature... features) {
    for (Feature feature : features) {
      Assumptions.assumeTrue(supports(feature), () -> "the cache lacks " + feature);
    }
  }
}
