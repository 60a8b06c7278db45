package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.larder.strategies.CacheWriteException;
import dev.larder.strategies.CacheWriteException.Outcome;
import dev.larder.strategies.WriteRejectedException;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** P19: many writes at once. */
public interface BulkWriting extends WritingPart {

  @Test
  @Property({"P13", "P19"})
  default void putAll_writesOnce_andStoresEach() {
    try (var bench = Bench.of(this)) {
      bench.cache.putAll(Map.of("a", "1", "b", "2"));
      assertThat(bench.table.calls(SourceCall.WRITE_ALL)).isEqualTo(1);
      assertThat(bench.table.calls()).isEqualTo(1);
      assertThat(bench.table.rows()).isEqualTo(Map.of("a", "1", "b", "2"));
      assertThat(bench.cache.getAllPresent(List.of("a", "b"))).hasSize(2);
      bench.cache.putAll(Map.of());
      assertThat(bench.table.calls()).as("nothing to write").isEqualTo(1);
    }
  }

  @Test
  @Property({"P16", "P19"})
  default void deleteAll_deletesOnce_andInvalidatesEach() {
    try (var bench = Bench.of(this)) {
      bench.cache.putAll(Map.of("a", "1", "b", "2", "c", "3"));
      bench.subject.deleteAll(List.of("a", "b", "a", "absent"));
      assertThat(bench.table.calls(SourceCall.DELETE_ALL)).isEqualTo(1);
      assertThat(bench.table.rows()).isEqualTo(Map.of("c", "3"));
      assertThat(bench.cache.getAllPresent(List.of("a", "b", "c"))).isEqualTo(Map.of("c", "3"));
    }
  }

  @Test
  @Property({"P15", "P19"})
  default void sourceThatReportsPerKey_isFollowedPerKey() {
    try (var bench = Bench.of(this)) {
      bench.cache.putAll(Map.of("written", "old", "rejected", "old", "unreported", "old"));
      bench.source.fail("rejected", new WriteRejectedException("thrown by the source"));
      bench.source.fail("unreported", new IOException("thrown by the source"));
      CacheWriteException failure =
          catchThrowableOfType(
              CacheWriteException.class,
              () ->
                  bench.cache.putAll(
                      Map.of("written", "new", "rejected", "new", "unreported", "new")));
      assertThat(failure.outcomeOf("written")).isEqualTo(Outcome.WRITTEN);
      assertThat(failure.outcomeOf("rejected")).isEqualTo(Outcome.REJECTED);
      assertThat(failure.outcomeOf("unreported")).isEqualTo(Outcome.UNKNOWN);
      assertThat(bench.cache.getAllPresent(List.of("written", "rejected", "unreported")))
          .isEqualTo(Map.of("written", "new", "rejected", "old"));
    }
  }

  @Test
  @Property({"P15", "P19"})
  default void deleteAllThatReportsPerKey_isFollowedPerKey() {
    try (var bench = Bench.of(this)) {
      bench.cache.putAll(Map.of("deleted", "old", "rejected", "old"));
      bench.source.fail("rejected", new WriteRejectedException("thrown by the source"));
      CacheWriteException failure =
          catchThrowableOfType(
              CacheWriteException.class,
              () -> bench.subject.deleteAll(List.of("deleted", "rejected")));
      assertThat(failure.outcomeOf("deleted")).isEqualTo(Outcome.WRITTEN);
      assertThat(bench.cache.getAllPresent(List.of("deleted", "rejected")))
          .isEqualTo(Map.of("rejected", "old"));
    }
  }

  @Test
  @Property("P19")
  default void overlappingBatches_cannotDeadlock() {
    try (var bench = Bench.of(this)) {
      for (int round = 0; round < 50; round++) {
        List<Task<?>> batches =
            List.of(
                bench.workers.run(() -> bench.cache.putAll(ordered("a", "b", "c"))),
                bench.workers.run(() -> bench.cache.putAll(ordered("c", "b", "a"))),
                bench.workers.run(() -> bench.subject.deleteAll(List.of("b", "c"))));
        batches.forEach(Task::get);
      }
    }
  }

  @Test
  @Property("P19")
  default void overlappingBatches_behindAWrite_cannotDeadlock() {
    try (var bench = Bench.of(this)) {
      Gate gate = bench.parkBefore(SourceCall.WRITE);
      Task<?> put = bench.workers.run(() -> bench.cache.put("b", "first"));
      bench.arrived(gate);
      Task<?> forwards = bench.workers.run(() -> bench.cache.putAll(ordered("a", "b", "c")));
      forwards.awaitBlocked();
      Task<?> backwards = bench.workers.run(() -> bench.cache.putAll(ordered("c", "b", "a")));
      backwards.awaitBlocked();
      gate.open();
      put.get();
      forwards.get();
      backwards.get();
      assertThat(bench.table.effects("b")).containsExactly("first", "v", "v");
    }
  }

  @Test
  @Property({"P14", "P19"})
  default void write_whileABatchWithItsKeyRuns_waits() {
    try (var bench = Bench.of(this)) {
      Gate gate = bench.parkAfter(SourceCall.WRITE_ALL);
      Task<?> batch = bench.workers.run(() -> bench.cache.putAll(ordered("a", "b")));
      bench.arrived(gate);
      Task<?> put = bench.workers.run(() -> bench.cache.put("b", "later"));
      put.awaitBlocked();
      bench.workers.runNow(() -> bench.cache.put("other", "v"));
      gate.open();
      batch.get();
      put.get();
      assertThat(bench.table.effects("b")).containsExactly("v", "later");
      assertThat(bench.cache.getIfPresent("b")).isEqualTo("later");
    }
  }

  private static Map<String, String> ordered(String... keys) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String key : keys) {
      entries.put(key, "v");
    }
    return entries;
  }
}
