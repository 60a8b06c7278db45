package dev.larder.testkit.contract;

import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.LoadingFixture;
import dev.larder.testkit.plain.PlainCaches;
import org.junit.jupiter.api.Nested;

/** The oracle. */
class PlainContractTest {

  @Nested
  class AsACache extends CacheContract {
    @Override
    public CacheFixture fixture() {
      return PlainCaches::create;
    }
  }

  @Nested
  class Loading extends LoadingContract {
    @Override
    public LoadingFixture fixture() {
      return Caches.loaders(PlainCaches::create);
    }
  }
}
