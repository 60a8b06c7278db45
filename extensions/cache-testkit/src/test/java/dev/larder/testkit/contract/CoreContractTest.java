package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.CacheSpec;

/** The cache of the core, as its builder makes it. */
class CoreContractTest extends CacheContract {

  @Override
  public CacheFixture fixture() {
    return new CacheFixture() {
      @Override
      public <K, V> Cache<K, V> create(CacheSpec<K, V> spec) {
        return spec.toBuilder().build();
      }
    };
  }
}
