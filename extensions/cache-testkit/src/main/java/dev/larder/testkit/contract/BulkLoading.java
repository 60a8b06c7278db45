package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.strategies.CacheLoadException;
import dev.larder.testkit.Fault;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** P18: many keys at once. */
public interface BulkLoading extends LoadingPart {

  @Test
  @Property("P18")
  default void getAll_loadsTheMissingKeysAtOnce_andKeepsThem() {
    try (var bench = Bench.of(this)) {
      bench.row("a", "1");
      bench.subject.get("a");
      bench.row("b", "2");
      bench.row("c", "3");
      Map<String, String> all = bench.subject.getAll(List.of("c", "a", "none", "b", "a"));
      assertThat(all).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "2", "c", "3"));
      assertThat(all.keySet()).containsExactly("c", "a", "b");
      assertThat(bench.table.calls(SourceCall.LOAD_ALL)).isEqualTo(1);
      assertThat(bench.table.calls()).isEqualTo(2);
      assertThat(bench.cache.getAllPresent(List.of("a", "b", "c", "none"))).hasSize(3);
      bench.subject.getAll(List.of("a", "b", "c"));
      assertThat(bench.table.calls()).as("present keys cost no load").isEqualTo(2);
    }
  }

  @Test
  @Property("P18")
  default void getAll_isAnUnmodifiableSnapshot() {
    try (var bench = Bench.of(this)) {
      bench.row("a", "1");
      Map<String, String> all = bench.subject.getAll(List.of("a"));
      bench.cache.invalidate("a");
      assertThat(all).isEqualTo(Map.of("a", "1"));
      assertThatThrownBy(() -> all.put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
      assertThat(bench.subject.getAll(List.of())).isEmpty();
    }
  }

  @Test
  @Property("P18")
  default void keysNobodyAskedFor_areIgnored() {
    try (var bench = Bench.of(this)) {
      bench.source.next(SourceCall.LOAD_ALL, call -> Map.of("a", "1", "unasked", "2"));
      assertThat(bench.subject.getAll(List.of("a", "b"))).isEqualTo(Map.of("a", "1"));
      assertThat(bench.cache.getIfPresent("unasked")).isNull();
    }
  }

  @Test
  @Property({"P1", "P18"})
  default void getAll_joinsLoadsThatRun_afterItsOwn() {
    try (var bench = Bench.of(this)) {
      bench.row("a", "1");
      bench.row("b", "2");
      Gate single = bench.parkBefore(SourceCall.LOAD);
      Gate bulk = bench.parkAfter(SourceCall.LOAD_ALL);
      Task<String> load = bench.workers.start(() -> bench.subject.get("a"));
      bench.arrived(single);
      Task<Map<String, String>> all =
          bench.workers.start(() -> bench.subject.getAll(List.of("a", "b")));
      bench.arrived(bulk);
      bulk.open();
      all.awaitBlocked();
      assertThat(bench.cache.getIfPresent("b")).as("published before joining").isEqualTo("2");
      single.open();
      assertThat(all.get()).isEqualTo(Map.of("a", "1", "b", "2"));
      load.get();
      assertThat(bench.table.calls(SourceCall.LOAD)).isEqualTo(1);
      assertThat(bench.table.calls(SourceCall.LOAD_ALL)).isEqualTo(1);
    }
  }

  @Test
  @Property("P18")
  default void overlappingBulkLoads_cannotDeadlock() {
    try (var bench = Bench.of(this)) {
      for (String key : List.of("a", "b", "c")) {
        bench.row(key, key);
      }
      Gate first = bench.parkBefore(SourceCall.LOAD_ALL);
      Gate second = bench.parkBefore(SourceCall.LOAD_ALL);
      Task<Map<String, String>> ab =
          bench.workers.start(() -> bench.subject.getAll(List.of("a", "b")));
      bench.arrived(first);
      Task<Map<String, String>> cb =
          bench.workers.start(() -> bench.subject.getAll(List.of("c", "b")));
      bench.arrived(second);
      Task<String> c = bench.workers.start(() -> bench.subject.get("c"));
      c.awaitBlocked();
      second.open();
      assertThat(c.get()).isEqualTo("c");
      first.open();
      assertThat(ab.get()).isEqualTo(Map.of("a", "a", "b", "b"));
      assertThat(cb.get()).isEqualTo(Map.of("c", "c", "b", "b"));
    }
  }

  @Test
  @Property({"P8", "P18"})
  default void failedBulkLoad_failsAllItsKeys_andThoseWhoJoined() {
    try (var bench = Bench.of(this)) {
      RuntimeException failure = new UnsupportedOperationException("thrown by the source");
      Gate gate = Gate.before();
      bench.source.next(
          SourceCall.LOAD_ALL,
          call -> {
            gate.pass();
            throw failure;
          });
      Task<Map<String, String>> all =
          bench.workers.start(() -> bench.subject.getAll(List.of("a", "b")));
      bench.arrived(gate);
      Task<String> joined = bench.workers.start(() -> bench.subject.get("b"));
      joined.awaitBlocked();
      gate.open();
      if (supports(Feature.WRAPPED_FAILURES)) {
        assertThat(all.failure()).hasCause(failure);
        assertThat(joined.failure()).isInstanceOf(CacheLoadException.class).hasCause(failure);
      } else {
        assertThat(all.failure()).isSameAs(failure);
        assertThat(joined.failure()).isSameAs(failure);
      }
      bench.row("a", "1");
      assertThat(bench.subject.getAll(List.of("a", "b"))).isEqualTo(Map.of("a", "1"));
    }
  }

  @Test
  @Property("P18")
  default void sourceThatReportsPerKey_keepsItsSuccesses() {
    requires(Feature.WRAPPED_FAILURES);
    try (var bench = Bench.of(this)) {
      bench.row("a", "1");
      bench.row("cached", "2");
      bench.subject.get("cached");
      IOException failure = new IOException("thrown by the source");
      bench.source.fail("bad", failure);
      Throwable thrown =
          catchThrowable(() -> bench.subject.getAll(List.of("bad", "a", "cached", "none")));
      assertThat(thrown).isInstanceOf(CacheLoadException.class).hasCause(failure);
      CacheLoadException report = (CacheLoadException) thrown;
      assertThat(Map.<Object, Object>copyOf(report.loaded()))
          .isEqualTo(Map.of("a", "1", "cached", "2"));
      assertThat(Map.<Object, Object>copyOf(report.failures())).isEqualTo(Map.of("bad", failure));
      assertThat(bench.cache.getIfPresent("a")).isEqualTo("1");
      assertThat(bench.cache.getIfPresent("bad")).isNull();
    }
  }

  @Test
  @Property("P18")
  default void bulkLoadThatReturnsNull_fails() {
    try (var bench = Bench.of(this)) {
      Fault none = call -> null;
      bench.source.next(SourceCall.LOAD_ALL, none);
      assertThatThrownBy(() -> bench.subject.getAll(List.of("a")))
          .hasStackTraceContaining("returned null");
      bench.row("a", "1");
      assertThat(bench.subject.getAll(List.of("a"))).isEqualTo(Map.of("a", "1"));
    }
  }
}
