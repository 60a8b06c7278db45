package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.strategies.LazyLoadingCache;
import dev.larder.strategies.WriteThroughCache;
import dev.larder.testkit.CacheSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new class that implements Cache needs a contract test. */
class ContractCoverageTest {
  private static final Class<?> CORE = Caches.core(new CacheSpec<>()).getClass();

  @Test
  void everyCache_hasAContractTest() {
    List<Class<?>> caches = ContractCoverage.cachesBelow("dev.larder");
    assertThat(caches).contains(CORE, LazyLoadingCache.class, WriteThroughCache.class);
    assertThat(
            ContractCoverage.uncovered(caches, ContractCoverage.contractTestsBelow("dev.larder")))
        .isEmpty();
  }

  @Test
  void cacheWithoutAContractTest_isFound() {
    assertThat(
            ContractCoverage.uncovered(
                List.of(CORE, WriteThroughCache.class, ForeignCache.class),
                List.of(CoreContractTest.AsACache.class)))
        .containsExactly(WriteThroughCache.class, ForeignCache.class);
  }
}
