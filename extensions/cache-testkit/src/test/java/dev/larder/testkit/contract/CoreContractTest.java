package dev.larder.testkit.contract;

import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.LoadingFixture;
import org.junit.jupiter.api.Nested;

/** The cache of the core, as its builder makes it. */
class CoreContractTest {

  @Nested
  class AsACache extends CacheContract {
    @Override
    public CacheFixture fixture() {
      return Caches::core;
    }
  }

  @Nested
  class Loading extends LoadingContract {
    @Override
    public LoadingFixture fixture() {
      return Caches.loaders(Caches::core);
    }
  }
}
