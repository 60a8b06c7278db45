package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

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

/** P7: what goes on while a load is parked. The keys have one hash code. */
public interface Isolation extends LoadingPart {

  @ParameterizedTest
  @EnumSource
  @Property("P7")
  default void mutationOfAnotherKey_whileALoadIsParked_completes(Mutation mutation) {
    if (mutation.usesViews()) {
      requires(Feature.VIEWS);
    }
    try (var bench = Bench.of(this)) {
      bench.row("Aa", "v");
      bench.cache.put("BB", Mutation.OLD);
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("Aa"));
      bench.arrived(gate);
      bench.workers.runNow(() -> mutation.apply(bench.cache, "BB"));
      gate.open();
      assertThat(load.get()).isEqualTo("v");
    }
  }

  @Test
  @Property("P7")
  default void readsAndLoadsOfOtherKeys_whileALoadIsParked_complete() {
    try (var bench = Bench.of(this)) {
      bench.row("Aa", "v");
      bench.row("BB", "w");
      bench.row("C", "x");
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("Aa"));
      bench.arrived(gate);
      assertThat(bench.workers.<String>now(() -> bench.subject.get("BB"))).isEqualTo("w");
      assertThat(bench.workers.<String>now(() -> bench.cache.getIfPresent("BB"))).isEqualTo("w");
      assertThat(bench.workers.<String>now(() -> bench.cache.get("D", key -> "y"))).isEqualTo("y");
      assertThat(
              bench.workers.<Map<String, String>>now(
                  () -> bench.subject.getAll(List.of("BB", "C"))))
          .hasSize(2);
      bench.workers.runNow(() -> bench.cache.stats().loadSuccessCount());
      bench.workers.runNow(() -> bench.cache.lease("BB").close());
      gate.open();
      load.get();
    }
  }

  @Test
  @Property("P7")
  default void evictionExpiryResizeAndIteration_whileALoadIsParked_complete() {
    requires(Feature.VIEWS, Feature.POLICY, Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    try (var bench =
        Bench.of(this, new CacheSpec<String, String>().ticker(ticker).maximumSize(3))) {
      bench.row("Aa", "v");
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("Aa"));
      bench.arrived(gate);
      bench.workers.runNow(
          () -> {
            for (int i = 0; i < 10; i++) {
              bench.cache.put("BB" + i, "w", Duration.ofNanos(5));
            }
          });
      bench.workers.runNow(() -> bench.cache.policy().setMaximum(2));
      assertThat(
              bench.workers.<Integer>now(
                  () -> bench.cache.asMap().keySet().stream().toList().size()))
          .isEqualTo(2);
      ticker.advance(Duration.ofNanos(5));
      assertThat(bench.workers.<Boolean>now(() -> bench.cache.asMap().isEmpty())).isTrue();
      assertThat(bench.workers.<String>now(() -> bench.cache.getIfPresent("BB9"))).isNull();
      assertThat(bench.workers.<Long>now(bench.cache::size)).isLessThanOrEqualTo(2);
      bench.workers.runNow(bench.cache::invalidateAll);
      gate.open();
      assertThat(load.get()).isEqualTo("v");
    }
  }
}
