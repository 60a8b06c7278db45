package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P2, P5 and P6: what a mutation, an eviction or an expiry does to the loads that are running. */
public interface Staleness extends LoadingPart {

  /** Returns whether the operation changes anything while no value is cached but a row exists. */
  private boolean mutatesAMissingKey(Mutation mutation) {
    return mutation.worksOnNothing()
        && (supports(Feature.VIEWS) || !mutation.usesViews())
        && (supports(Feature.CACHE_ONLY_WRITES) || !mutation.needsAbsence());
  }

  @ParameterizedTest
  @EnumSource
  @Property({"P2", "P4", "P6"})
  default void mutation_duringALoad_doesNotWaitAndKeepsTheLoadedValueOut(Mutation mutation) {
    assumeTrue(mutatesAMissingKey(mutation));
    try (var bench = Bench.of(this)) {
      bench.row("k", "stale");
      Gate gate = bench.parkAfter(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      bench.workers.runNow(() -> mutation.apply(bench.cache, "k"));
      bench.row("k", "fresh");
      gate.open();
      assertThat(load.get()).isEqualTo("stale");
      assertThat(bench.cache.getIfPresent("k")).isIn(null, Mutation.NEW);
      assertThat(bench.subject.get("k")).isIn("fresh", Mutation.NEW);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Property({"P2", "P6", "P18"})
  default void mutation_duringABulkLoad_keepsTheLoadedValueOut(Mutation mutation) {
    assumeTrue(mutatesAMissingKey(mutation));
    try (var bench = Bench.of(this)) {
      bench.row("k", "stale");
      bench.row("other", "v");
      Gate gate = bench.parkAfter(SourceCall.LOAD_ALL);
      Task<Map<String, String>> load =
          bench.workers.start(() -> bench.subject.getAll(List.of("k", "other")));
      bench.arrived(gate);
      bench.workers.runNow(() -> mutation.apply(bench.cache, "k"));
      bench.row("k", "fresh");
      gate.open();
      assertThat(load.get()).isEqualTo(Map.of("k", "stale", "other", "v"));
      assertThat(bench.subject.get("k")).isIn("fresh", Mutation.NEW);
    }
  }

  @Test
  @Property({"P2", "P6"})
  default void mutation_insideTheLoadItself_keepsTheLoadedValueOut() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "stale");
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            bench.cache.invalidate("k");
            return call.call();
          });
      assertThat(bench.subject.get("k")).isEqualTo("stale");
      assertThat(bench.cache.getIfPresent("k")).isNull();
    }
  }

  @Test
  @Property("P2")
  default void mutation_ofAnotherKey_voidsNothing() {
    try (var bench = Bench.of(this)) {
      bench.row("Aa", "v");
      Gate gate = bench.parkAfter(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("Aa"));
      bench.arrived(gate);
      bench.cache.invalidate("BB"); // of the same hash code
      bench.cache.put("other", "v");
      gate.open();
      load.get();
      assertThat(bench.cache.getIfPresent("Aa")).isEqualTo("v");
    }
  }

  @Test
  @Property("P5")
  default void evictionDuringALoad_voidsNothing() {
    try (var bench = Bench.of(this, new CacheSpec<String, String>().maximumSize(2))) {
      bench.row("k", "v");
      Gate gate = bench.parkAfter(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      for (int i = 0; i < 10; i++) {
        bench.cache.put("other " + i, "v");
      }
      if (supports(Feature.POLICY)) {
        bench.workers.runNow(() -> bench.cache.policy().setMaximum(0));
        bench.workers.runNow(() -> bench.cache.policy().setMaximum(3));
      }
      gate.open();
      load.get();
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
    }
  }

  @Test
  @Property("P5")
  default void expiryDuringALoad_voidsNothing() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    var spec =
        new CacheSpec<String, String>().ticker(ticker).expireAfterWrite(Duration.ofNanos(10));
    try (var bench = Bench.of(this, spec)) {
      bench.row("k", "v");
      bench.cache.put("k", "expires");
      bench.row("k", "v");
      ticker.advance(Duration.ofNanos(10));
      Gate gate = bench.parkAfter(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      bench.cache.put("other", "v", Duration.ofNanos(1));
      ticker.advance(Duration.ofNanos(1));
      assertThat(bench.cache.getAllPresent(List.of("k", "other"))).isEmpty();
      gate.open();
      load.get();
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
    }
  }
}
