package dev.larder.testkit.contract;

import dev.larder.testkit.Feature;
import dev.larder.testkit.WritingFixture;

/** What the parts of {@link WritingContract} share. */
public interface WritingPart extends ContractPart {

  /** Returns how to make the caches under test. */
  WritingFixture fixture();

  @Override
  default boolean supports(Feature feature) {
    return fixture().supports(feature);
  }
}
