package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** P13, P14, P16 and P17: source first, then the cache, in one order per key. */
public interface OrderedWrites extends WritingPart {

  @Test
  @Property("P13")
  default void put_writesToTheSource_andThenTheCache() {
    try (var bench = Bench.of(this)) {
      Gate gate = bench.parkBefore(SourceCall.WRITE);
      Task<?> put = bench.workers.run(() -> bench.cache.put("k", "v"));
      bench.arrived(gate);
      assertThat(bench.cache.getIfPresent("k")).as("not before the source has it").isNull();
      gate.open();
      put.get();
      assertThat(bench.table.rows()).containsEntry("k", "v");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
      assertThat(bench.table.calls()).isEqualTo(1);
    }
  }

  @Test
  @Property("P13")
  default void get_afterPut_returnsTheValueOrNothing_evenIfItWasEvictedAtOnce() {
    try (var bench = Bench.of(this, new CacheSpec<String, String>().maximumSize(0))) {
      bench.row("k", "old");
      bench.cache.put("k", "new");
      assertThat(bench.cache.get("k")).isEqualTo(supports(Feature.LOADING) ? "new" : null);
    }
  }

  @Test
  @Property({"P13", "P20"})
  default void put_withATimeToLive_writesAndExpires() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    try (var bench = Bench.of(this, new CacheSpec<String, String>().ticker(ticker))) {
      bench.cache.put("k", "v", Duration.ofNanos(10));
      assertThat(bench.table.rows()).containsEntry("k", "v");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
      ticker.advance(Duration.ofNanos(10));
      assertThat(bench.cache.getIfPresent("k")).isNull();
    }
  }

  @Test
  @Property({"P2", "P13"})
  default void put_duringALoad_isNotReplacedByWhatTheLoadRead() {
    requires(Feature.LOADING);
    try (var bench = Bench.of(this)) {
      bench.row("k", "stale");
      Gate gate = bench.parkAfter(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.cache.get("k"));
      bench.arrived(gate);
      bench.workers.runNow(() -> bench.cache.put("k", "new"));
      gate.open();
      assertThat(load.get()).isEqualTo("stale");
      assertThat(bench.cache.get("k")).isEqualTo("new");
    }
  }

  @Test
  @Property("P2")
  default void loadDuringAWrite_isNotKeptBeyondIt() {
    requires(Feature.LOADING);
    try (var bench = Bench.of(this)) {
      bench.row("k", "old");
      Gate write = bench.parkBefore(SourceCall.WRITE);
      Task<?> put = bench.workers.run(() -> bench.cache.put("k", "new"));
      bench.arrived(write);
      assertThat(bench.workers.<String>now(() -> bench.cache.get("k"))).isEqualTo("old");
      write.open();
      put.get();
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("new");
    }
  }

  @Test
  @Property({"P6", "P14"})
  default void secondWrite_entersTheSourceAfterTheFirstIsInTheCache() {
    try (var bench = Bench.of(this)) {
      Gate first = bench.parkAfter(SourceCall.WRITE);
      Task<?> one = bench.workers.run(() -> bench.cache.put("k", "1"));
      bench.arrived(first);
      Task<?> two = bench.workers.run(() -> bench.cache.put("k", "2"));
      two.awaitBlocked();
      Task<?> three = bench.workers.run(() -> bench.subject.delete("k"));
      three.awaitBlocked();
      assertThat(bench.table.effects("k")).containsExactly("1");
      first.open();
      one.get();
      two.get();
      three.get();
      assertThat(bench.table.effects("k")).containsExactly("1", "2", null);
      assertThat(bench.cache.getIfPresent("k")).isNull();
    }
  }

  @Test
  @Property("P14")
  default void secondWrite_waitsUntilTheCacheHasTakenTheFirst() {
    Gate weighing = Gate.before();
    var spec =
        new CacheSpec<String, String>()
            .maximumWeight(10)
            .weigher(
                (key, value) -> {
                  if (value.equals("1")) {
                    weighing.pass();
                  }
                  return 1;
                });
    try (var bench = Bench.of(this, spec)) {
      Task<?> one = bench.workers.run(() -> bench.cache.put("k", "1"));
      bench.arrived(weighing);
      Task<?> two = bench.workers.run(() -> bench.cache.put("k", "2"));
      two.awaitBlocked();
      assertThat(bench.table.effects("k")).containsExactly("1");
      weighing.open();
      one.get();
      two.get();
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("2");
    }
  }

  @Test
  @Property("P14")
  default void writesThatRace_leaveTheCacheWithTheSourcesLastValue() {
    try (var bench = Bench.of(this)) {
      for (int round = 0; round < 50; round++) {
        List<Task<?>> writers =
            List.of(
                bench.workers.run(() -> bench.cache.put("k", "1")),
                bench.workers.run(() -> bench.cache.put("k", "2")),
                bench.workers.run(() -> bench.subject.delete("k")));
        writers.forEach(Task::get);
        assertThat(bench.cache.getIfPresent("k")).isIn(bench.table.rows().get("k"), null);
      }
    }
  }

  @Test
  @Property("P14")
  default void writersOfOneKey_areInTheSourceOneAtATime() {
    try (var bench = Bench.of(this)) {
      List<Gate> gates = List.of(Gate.before(), Gate.before(), Gate.before());
      gates.forEach(gate -> bench.source.next(SourceCall.WRITE, gate));
      Task<?> one = bench.workers.run(() -> bench.cache.put("k", "1"));
      bench.arrived(gates.get(0));
      Task<?> two = bench.workers.run(() -> bench.cache.put("k", "2"));
      two.awaitBlocked();
      Task<?> three = bench.workers.run(() -> bench.cache.put("k", "3"));
      three.awaitBlocked();
      gates.get(0).open();
      one.get();
      bench.arrived(gates.get(1));
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("1");
      gates.get(1).open();
      two.get();
      bench.arrived(gates.get(2));
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("2");
      gates.get(2).open();
      three.get();
      assertThat(bench.table.effects("k")).containsExactly("1", "2", "3");
    }
  }

  @Test
  @Property("P17")
  default void readers_whileAWriteIsParked_getTheOldValue() {
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", "old");
      Gate gate = bench.parkAfter(SourceCall.WRITE);
      Task<?> put = bench.workers.run(() -> bench.cache.put("k", "new"));
      bench.arrived(gate);
      assertThat(bench.workers.<String>now(() -> bench.cache.getIfPresent("k"))).isEqualTo("old");
      assertThat(bench.workers.<String>now(() -> bench.cache.get("k"))).isEqualTo("old");
      gate.open();
      put.get();
      assertThat(bench.cache.get("k")).isEqualTo("new");
    }
  }

  @Test
  @Property("P6")
  default void writesOfOtherKeysAndInvalidate_whileAWriteIsParked_complete() {
    try (var bench = Bench.of(this)) {
      bench.cache.put("Aa", "old");
      Gate gate = bench.parkBefore(SourceCall.WRITE);
      Task<?> put = bench.workers.run(() -> bench.cache.put("Aa", "new"));
      bench.arrived(gate);
      bench.workers.runNow(() -> bench.cache.put("BB", "v")); // of the same hash code
      bench.workers.runNow(() -> bench.subject.delete("BB"));
      bench.workers.runNow(() -> bench.cache.invalidate("Aa"));
      bench.workers.runNow(bench.cache::invalidateAll);
      bench.workers.runNow(() -> bench.cache.lease("Aa").close());
      assertThat(bench.workers.<String>now(() -> bench.cache.get("other", key -> "loaded")))
          .isEqualTo("loaded");
      gate.open();
      put.get();
      assertThat(bench.cache.getIfPresent("Aa")).isEqualTo("new");
    }
  }

  @Test
  @Property("P16")
  default void delete_reachesTheSource_andLaterGetsSeeNothingReadBefore() {
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", "v");
      bench.subject.delete("k");
      assertThat(bench.table.rows()).isEmpty();
      assertThat(bench.cache.getIfPresent("k")).isNull();
      assertThat(bench.cache.get("k")).isNull();
      bench.subject.delete("absent");
      assertThat(bench.table.calls(SourceCall.DELETE)).isEqualTo(2);
    }
  }

  @Test
  @Property({"P2", "P16"})
  default void delete_duringALoad_keepsWhatItReadOut() {
    requires(Feature.LOADING);
    try (var bench = Bench.of(this)) {
      bench.row("k", "stale");
      Gate gate = bench.parkAfter(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.cache.get("k"));
      bench.arrived(gate);
      bench.workers.runNow(() -> bench.subject.delete("k"));
      gate.open();
      assertThat(load.get()).isEqualTo("stale");
      assertThat(bench.cache.get("k")).isNull();
    }
  }

  @Test
  @Property("P32")
  default void cacheOnlyOperations_leaveTheSourceAlone() {
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", "v");
      bench.cache.invalidate("k");
      bench.cache.invalidateAll(List.of("k"));
      bench.cache.invalidateAll();
      bench.cache.get("k", key -> "loaded");
      bench.cache.getAll(List.of("l"), keys -> java.util.Map.of("l", "loaded"));
      bench.cache.lease("m").publish("published");
      assertThat(bench.table.calls()).isEqualTo(1);
      assertThat(bench.table.rows()).isEqualTo(java.util.Map.of("k", "v"));
      assertThat(bench.cache.getAllPresent(List.of("k", "l", "m")).values())
          .containsExactly("loaded", "loaded", "published");
    }
  }

  @Test
  @Property("P13")
  default void badInput_isRefusedBeforeTheSourceSeesIt() {
    try (var bench = Bench.of(this)) {
      String none = Bad.value();
      List<Callable<?>> bad =
          List.of(
              () -> run(() -> bench.cache.put(none, "v")),
              () -> run(() -> bench.cache.put("k", none)),
              () -> run(() -> bench.cache.put("k", "v", Bad.value())),
              () -> run(() -> bench.cache.putAll(Bad.value())),
              () -> run(() -> bench.subject.delete(none)),
              () -> run(() -> bench.subject.deleteAll(Arrays.asList("k", none))),
              () -> bench.subject.update(none, value -> value),
              () -> bench.subject.update("k", Bad.value()));
      bad.forEach(call -> assertThatNullPointerException().isThrownBy(call::call));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bench.cache.put("k", "v", Duration.ofSeconds(-7)))
          .withMessageContaining("-7");
      assertThat(bench.table.calls()).isZero();
    }
  }

  private static boolean run(Runnable call) {
    call.run();
    return true;
  }
}
