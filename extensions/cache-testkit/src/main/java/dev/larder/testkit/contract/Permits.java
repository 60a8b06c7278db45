package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.larder.strategies.CacheWriteException;
import dev.larder.strategies.CacheWriteException.Outcome;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** P10 and P11 as far as writers go: who may wait for a turn, and who may not. */
public interface Permits extends WritingPart {

  @Test
  @Property("P10")
  default void writingThrough_insideAWrite_throws() {
    try (var bench = Bench.of(this)) {
      bench.source.next(
          SourceCall.WRITE,
          call -> {
            assertThatIllegalStateException().isThrownBy(() -> bench.cache.put("other", "v"));
            assertThatIllegalStateException().isThrownBy(() -> bench.subject.delete("k"));
            assertThatIllegalStateException()
                .isThrownBy(() -> bench.cache.putAll(Map.of("other", "v")));
            return call.call();
          });
      bench.cache.put("k", "v");
      assertThat(bench.table.rows()).isEqualTo(Map.of("k", "v"));
    }
  }

  @Test
  @Property("P10")
  default void writingThrough_insideAnUpdate_throws() {
    try (var bench = Bench.of(this)) {
      bench.subject.update(
          "k",
          value -> {
            assertThatIllegalStateException()
                .isThrownBy(() -> bench.subject.update("other", v -> "v"));
            assertThatIllegalStateException()
                .isThrownBy(() -> bench.subject.deleteAll(List.of("other")));
            return "v";
          });
      assertThat(bench.table.rows()).isEqualTo(Map.of("k", "v"));
    }
  }

  @Test
  @Property("P10")
  default void writingThrough_insideALoad_throws() {
    requires(Feature.LOADING);
    try (var bench = Bench.of(this)) {
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            assertThatIllegalStateException().isThrownBy(() -> bench.cache.put("k", "v"));
            assertThatIllegalStateException().isThrownBy(() -> bench.cache.put("other", "v"));
            return "loaded";
          });
      assertThat(bench.cache.get("k")).isEqualTo("loaded");
      assertThat(bench.table.rows()).isEmpty();
    }
  }

  @Test
  @Property("P10")
  default void writingThrough_insideALoadByHand_throws() {
    requires(Feature.SHARED_SUPPORT);
    try (var bench = Bench.of(this)) {
      String loaded =
          bench.cache.get(
              "k",
              key -> {
                assertThatIllegalStateException().isThrownBy(() -> bench.cache.put("other", "v"));
                return "loaded";
              });
      assertThat(loaded).isEqualTo("loaded");
      assertThat(bench.table.rows()).isEmpty();
    }
  }

  @Test
  @Property("P10")
  default void writeThatLoads_andLoadThatWaitsForIt_cannotHang() {
    requires(Feature.LOADING, Feature.SHARED_SUPPORT);
    try (var bench = Bench.of(this)) {
      Gate loads = Gate.before();
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            loads.pass();
            return "loaded";
          });
      Task<String> load = bench.workers.start(() -> bench.cache.get("a"));
      bench.arrived(loads);
      bench.source.next(
          SourceCall.WRITE,
          call -> {
            bench.cache.get("a"); // a write may wait for a load
            return call.call();
          });
      Task<?> put = bench.workers.run(() -> bench.cache.put("k", "v"));
      put.awaitBlocked();
      loads.open();
      assertThat(load.get()).isEqualTo("loaded");
      put.get();
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
    }
  }

  @Test
  @Property("P11")
  default void writerThatWaits_interrupted_leavesWithoutHavingWritten() {
    try (var bench = Bench.of(this)) {
      Gate gate = bench.parkBefore(SourceCall.WRITE);
      Task<?> first = bench.workers.run(() -> bench.cache.put("k", "1"));
      bench.arrived(gate);
      Task<?> waiting = bench.workers.run(() -> bench.cache.put("k", "2"));
      waiting.awaitBlocked();
      Task<?> last = bench.workers.run(() -> bench.cache.put("k", "3"));
      last.awaitBlocked();
      waiting.interrupt();
      Throwable thrown = waiting.failure();
      assertThat(thrown)
          .isInstanceOf(CacheWriteException.class)
          .hasCauseInstanceOf(InterruptedException.class);
      assertThat(((CacheWriteException) thrown).outcomeOf("k")).isEqualTo(Outcome.REJECTED);
      assertThat(waiting.wasInterruptedAtEnd()).isTrue();
      assertThat(last.isDone()).isFalse();
      gate.open();
      first.get();
      last.get();
      assertThat(bench.table.effects("k")).containsExactly("1", "3");
    }
  }
}
