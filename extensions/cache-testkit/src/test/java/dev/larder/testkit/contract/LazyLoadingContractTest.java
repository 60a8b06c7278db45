package dev.larder.testkit.contract;

import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.LoadingFixture;
import dev.larder.testkit.WritingFixture;
import org.junit.jupiter.api.Nested;

/** Lazy loading over a core cache, over a foreign one, and over write-through. */
class LazyLoadingContractTest {

  @Nested
  class OverTheCore {

    @Nested
    class AsACache extends CacheContract {
      @Override
      public CacheFixture fixture() {
        return Caches.LAZY;
      }
    }

    @Nested
    class Loading extends LoadingContract {
      @Override
      public LoadingFixture fixture() {
        return Caches.LAZY;
      }
    }
  }

  @Nested
  class OverAForeignCache {

    @Nested
    class AsACache extends CacheContract {
      @Override
      public CacheFixture fixture() {
        return Caches.LAZY_OVER_FOREIGN;
      }
    }

    @Nested
    class Loading extends LoadingContract {
      @Override
      public LoadingFixture fixture() {
        return Caches.LAZY_OVER_FOREIGN;
      }
    }
  }

  @Nested
  class OverWriteThrough {

    @Nested
    class AsACache extends CacheContract {
      @Override
      public CacheFixture fixture() {
        return Caches.LAZY_OVER_WRITE_THROUGH;
      }
    }

    @Nested
    class Loading extends LoadingContract {
      @Override
      public LoadingFixture fixture() {
        return Caches.LAZY_OVER_WRITE_THROUGH;
      }
    }

    @Nested
    class Writing extends WritingContract {
      @Override
      public WritingFixture fixture() {
        return Caches.LAZY_OVER_WRITE_THROUGH;
      }
    }
  }
}
