package dev.larder.testkit.contract;

import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.LoadingFixture;
import dev.larder.testkit.WritingFixture;
import org.junit.jupiter.api.Nested;

/** Write-through over a core cache, over a foreign one, and over lazy loading. */
class WriteThroughContractTest {

  @Nested
  class OverTheCore {

    @Nested
    class AsACache extends CacheContract {
      @Override
      public CacheFixture fixture() {
        return Caches.WRITE_THROUGH;
      }
    }

    @Nested
    class Writing extends WritingContract {
      @Override
      public WritingFixture fixture() {
        return Caches.WRITE_THROUGH;
      }
    }
  }

  @Nested
  class OverAForeignCache {

    @Nested
    class AsACache extends CacheContract {
      @Override
      public CacheFixture fixture() {
        return Caches.WRITE_THROUGH_OVER_FOREIGN;
      }
    }

    @Nested
    class Writing extends WritingContract {
      @Override
      public WritingFixture fixture() {
        return Caches.WRITE_THROUGH_OVER_FOREIGN;
      }
    }
  }

  @Nested
  class OverLazyLoading {

    @Nested
    class AsACache extends CacheContract {
      @Override
      public CacheFixture fixture() {
        return Caches.WRITE_THROUGH_OVER_LAZY;
      }
    }

    @Nested
    class Loading extends LoadingContract {
      @Override
      public LoadingFixture fixture() {
        return Caches.WRITE_THROUGH_OVER_LAZY;
      }
    }

    @Nested
    class Writing extends WritingContract {
      @Override
      public WritingFixture fixture() {
        return Caches.WRITE_THROUGH_OVER_LAZY;
      }
    }
  }
}
