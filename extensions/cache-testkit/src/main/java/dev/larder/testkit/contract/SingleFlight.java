package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.spi.CacheSupport;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** P1, P3, P4 and P12: who shares a load, and what the sharers get. */
public interface SingleFlight extends LoadingPart {

  @Test
  @Property("P1")
  default void get_ofAMissingKey_loadsOnceAndKeepsTheValue() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      assertThat(bench.subject.get("k")).isEqualTo("v");
      assertThat(bench.subject.get("k")).isEqualTo("v");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
      assertThat(bench.table.calls()).isEqualTo(1);
    }
  }

  @Test
  @Property("P20")
  default void get_ofAnExpiredKey_loadsAgain() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    var spec =
        new CacheSpec<String, String>().ticker(ticker).expireAfterWrite(Duration.ofNanos(10));
    try (var bench = Bench.of(this, spec)) {
      bench.row("k", "old");
      bench.subject.get("k");
      bench.row("k", "new");
      ticker.advance(Duration.ofNanos(9));
      assertThat(bench.subject.get("k")).isEqualTo("old");
      ticker.advance(Duration.ofNanos(1));
      assertThat(bench.subject.get("k")).isEqualTo("new");
    }
  }

  @Test
  @Property("P1")
  default void getIfPresent_neverLoads() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      assertThat(bench.cache.getIfPresent("k")).isNull();
      assertThat(bench.cache.getAllPresent(List.of("k"))).isEmpty();
      assertThat(bench.table.calls()).isZero();
    }
  }

  @Test
  @Property("P1")
  default void callersOfOneKey_shareOneLoad() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> first = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      List<Task<String>> joined = bench.workers.start(8, () -> bench.subject.get("k"));
      joined.forEach(Task::awaitBlocked);
      gate.open();
      assertThat(first.get()).isEqualTo("v");
      joined.forEach(task -> assertThat(task.get()).isEqualTo("v"));
      assertThat(bench.table.calls()).isEqualTo(1);
    }
  }

  @Test
  @Property("P1")
  default void callersThatRace_shareOneLoad() {
    try (var bench = Bench.of(this)) {
      for (int i = 0; i < 200; i++) {
        String key = "k" + i;
        bench.row(key, "v");
        bench.workers.start(2, () -> bench.subject.get(key)).forEach(Task::get);
      }
      assertThat(bench.table.calls()).isEqualTo(200);
    }
  }

  @Test
  @Property("P3")
  default void get_afterAMutation_doesNotJoinTheLoadBeforeIt() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "past");
      Gate gate = bench.parkAfter(SourceCall.LOAD);
      Task<String> past = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      bench.row("k", "present");
      bench.cache.invalidate("k");
      assertThat(bench.workers.<String>now(() -> bench.subject.get("k"))).isEqualTo("present");
      gate.open();
      assertThat(past.get()).isEqualTo("past");
      assertThat(bench.subject.get("k")).isEqualTo("present");
    }
  }

  @Test
  @Property("P4")
  default void callersWhoHadJoinedBeforeAMutation_getTheirLoadsValue() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "past");
      Gate gate = bench.parkAfter(SourceCall.LOAD);
      Task<String> past = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      Task<String> joined = bench.workers.start(() -> bench.subject.get("k"));
      joined.awaitBlocked();
      bench.cache.invalidate("k");
      assertThat(joined.isDone()).isFalse();
      gate.open();
      assertThat(past.get()).isEqualTo("past");
      assertThat(joined.get()).isEqualTo("past");
      assertThat(bench.table.calls()).isEqualTo(1);
      assertThat(bench.cache.getIfPresent("k")).isNull();
    }
  }

  @Test
  @Property("P12")
  default void callerThatCancels_harmsNobodyElse() {
    requires(Feature.SHARED_SUPPORT);
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      Task<String> joined = bench.workers.start(() -> bench.subject.get("k"));
      joined.awaitBlocked();
      CompletableFuture<String> cancelled =
          CacheSupport.of(bench.cache).flight("k").result().toCompletableFuture();
      assertThat(cancelled.cancel(true)).isTrue();
      gate.open();
      assertThat(load.get()).isEqualTo("v");
      assertThat(joined.get()).isEqualTo("v");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
    }
  }

  @Test
  @Property("P12")
  default void loadThatOutlivesItsJoinedCallers_isPublished() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      Task<String> impatient = bench.workers.start(() -> bench.subject.get("k"));
      impatient.awaitBlocked();
      impatient.interrupt();
      impatient.failure();
      gate.open();
      load.get();
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
    }
  }
}
