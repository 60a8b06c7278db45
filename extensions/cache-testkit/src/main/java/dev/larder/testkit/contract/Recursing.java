package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.larder.strategies.DataSource;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.LoadingAdapter;
import dev.larder.testkit.SourceCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** P10: loads that load, and waits that would never end. */
public interface Recursing extends LoadingPart {

  @Test
  @Property("P10")
  default void load_thatLoadsOthers_toADepthOfAThousand() {
    List<LoadingAdapter<Integer, Integer>> self = new ArrayList<>();
    DataSource<Integer, Integer> counting =
        key -> key == 0 ? 0 : Objects.requireNonNull(self.get(0).get(key - 1)) + 1;
    LoadingAdapter<Integer, Integer> subject = fixture().create(new CacheSpec<>(), counting);
    self.add(subject);
    try (Workers workers = new Workers(patience())) {
      assertThat(workers.<Integer>now(() -> subject.get(1_000))).isEqualTo(1_000);
    }
    assertThat(subject.cache().getIfPresent(500)).isEqualTo(500);
  }

  @Test
  @Property("P10")
  default void load_thatNeedsItself_throwsNamingThePath() {
    try (var bench = Bench.of(this)) {
      bench.source.next(SourceCall.LOAD, call -> bench.subject.get("b"));
      bench.source.next(SourceCall.LOAD, call -> bench.subject.get("c"));
      bench.source.next(SourceCall.LOAD, call -> bench.subject.get("a"));
      Throwable thrown = bench.workers.start(() -> bench.subject.get("a")).failure();
      assertThat(illegalState(thrown)).contains("a -> b -> c -> a");
      bench.row("a", "v");
      assertThat(bench.subject.get("a")).isEqualTo("v");
    }
  }

  @Test
  @Property("P10")
  default void bulkLoad_thatNeedsItself_throws() {
    try (var bench = Bench.of(this)) {
      bench.source.next(SourceCall.LOAD_ALL, call -> Map.of("a", bench.subject.get("b") + "+"));
      Throwable thrown =
          bench.workers.start(() -> bench.subject.getAll(List.of("a", "b"))).failure();
      assertThat(illegalState(thrown)).contains("b -> b");
    }
  }

  @Test
  @Property("P10")
  default void loadsThatWaitForEachOther_throwInTheThreadThatClosesTheCycle() {
    try (var bench = Bench.of(this)) {
      Gate aRuns = Gate.before();
      Gate bRuns = Gate.before();
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            aRuns.pass();
            return bench.subject.get("b") + " in a";
          });
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            bRuns.pass();
            return bench.subject.get("a") + " in b";
          });
      Task<String> a = bench.workers.start(() -> bench.subject.get("a"));
      bench.arrived(aRuns);
      Task<String> b = bench.workers.start(() -> bench.subject.get("b"));
      bench.arrived(bRuns);
      aRuns.open();
      a.awaitBlocked();
      bRuns.open();
      assertThat(illegalState(b.failure())).contains("a -> b -> a");
      assertThat(illegalState(a.failure())).contains("a -> b -> a");
      bench.row("a", "v");
      assertThat(bench.workers.<String>now(() -> bench.subject.get("a"))).isEqualTo("v");
    }
  }

  @Test
  @Property("P10")
  default void loadAndComputeThatWaitForEachOther_throwInOneThread() {
    requires(Feature.VIEWS, Feature.EXCLUSIVE_COMPUTE, Feature.SHARED_SUPPORT);
    try (var bench = Bench.of(this)) {
      Gate computes = Gate.before();
      Gate loads = Gate.before();
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            loads.pass();
            return bench.cache.asMap().computeIfPresent("b", (key, value) -> "never");
          });
      bench.cache.put("b", "v");
      Task<String> compute =
          bench.workers.start(
              () ->
                  bench
                      .cache
                      .asMap()
                      .compute(
                          "b",
                          (key, value) -> {
                            computes.pass();
                            return bench.subject.get("a");
                          }));
      bench.arrived(computes);
      Task<String> load = bench.workers.start(() -> bench.subject.get("a"));
      bench.arrived(loads);
      loads.open();
      load.awaitBlocked();
      computes.open();
      assertThat(illegalState(compute.failure())).contains("a -> b -> a");
      load.get();
    }
  }

  @Test
  @Property("P10")
  default void load_ofAKeyThatThisThreadLoads_leavesTheOuterLoadAlone() {
    try (var bench = Bench.of(this)) {
      List<Throwable> refused = new ArrayList<>();
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            assertThatIllegalStateException()
                .isThrownBy(() -> bench.subject.get("a"))
                .satisfies(refused::add);
            return "v";
          });
      assertThat(bench.subject.get("a")).isEqualTo("v");
      assertThat(refused).hasSize(1);
      assertThat(bench.cache.getIfPresent("a")).isEqualTo("v");
    }
  }

  /** Returns the message of the IllegalStateException among the causes. */
  private static String illegalState(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e.getClass() == IllegalStateException.class) {
        return String.valueOf(e.getMessage());
      }
    }
    throw new AssertionError("no IllegalStateException among the causes", thrown);
  }
}
