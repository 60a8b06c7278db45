package dev.larder.testkit.contract;

import dev.larder.testkit.Feature;
import dev.larder.testkit.LoadingFixture;

/** What the parts of {@link LoadingContract} share. */
public interface LoadingPart extends ContractPart {

  /** Returns how to make the caches under test. */
  LoadingFixture fixture();

  @Override
  default boolean supports(Feature feature) {
    return fixture().supports(feature);
  }
}
