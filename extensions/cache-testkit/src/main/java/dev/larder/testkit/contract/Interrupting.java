package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.strategies.CacheLoadException;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** P11: interrupts of those who wait, and of those who load. */
public interface Interrupting extends LoadingPart {

  private void assertInterrupted(Task<?> waiter) {
    Throwable thrown = waiter.failure();
    if (supports(Feature.WRAPPED_FAILURES)) {
      assertThat(thrown)
          .isInstanceOf(CacheLoadException.class)
          .hasCauseInstanceOf(InterruptedException.class);
    } else {
      assertThat(thrown).isInstanceOf(CancellationException.class);
    }
    assertThat(waiter.wasInterruptedAtEnd()).isTrue();
  }

  @Test
  @Property("P11")
  default void waiter_interrupted_leavesAndTheLoadGoesOn() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      Task<String> waiter = bench.workers.start(() -> bench.subject.get("k"));
      Task<String> other = bench.workers.start(() -> bench.subject.get("k"));
      waiter.awaitBlocked();
      other.awaitBlocked();
      waiter.interrupt();
      assertInterrupted(waiter);
      assertThat(load.isDone()).isFalse();
      gate.open();
      assertThat(load.get()).isEqualTo("v");
      assertThat(other.get()).isEqualTo("v");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("v");
    }
  }

  @Test
  @Property({"P11", "P18"})
  default void waiterOfABulkLoad_interrupted_leaves() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      Task<Map<String, String>> waiter =
          bench.workers.start(() -> bench.subject.getAll(List.of("k")));
      waiter.awaitBlocked();
      waiter.interrupt();
      assertInterrupted(waiter);
      gate.open();
      assertThat(load.get()).isEqualTo("v");
    }
  }

  @Test
  @Property("P11")
  default void threadThatLoads_interrupted_failsTheLoadForAll() {
    try (var bench = Bench.of(this)) {
      Gate gate = bench.parkBefore(SourceCall.LOAD);
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      Task<String> joined = bench.workers.start(() -> bench.subject.get("k"));
      joined.awaitBlocked();
      load.interrupt();
      assertThat(load.failure()).hasStackTraceContaining("interrupted at the gate");
      assertThat(load.wasInterruptedAtEnd()).isTrue();
      assertThat(joined.failure()).hasStackTraceContaining("interrupted at the gate");
      assertThat(joined.wasInterruptedAtEnd()).isFalse();
      bench.row("k", "v");
      assertThat(bench.subject.get("k")).isEqualTo("v");
    }
  }

  @Test
  @Property("P11")
  default void sourceThatThrowsInterruptedException_keepsTheFlagOfItsThreadOnly() {
    requires(Feature.WRAPPED_FAILURES);
    try (var bench = Bench.of(this)) {
      Gate gate = Gate.before();
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            gate.pass();
            throw new InterruptedException("thrown by the source");
          });
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      Task<String> joined = bench.workers.start(() -> bench.subject.get("k"));
      joined.awaitBlocked();
      gate.open();
      assertThat(load.failure()).hasCauseInstanceOf(InterruptedException.class);
      assertThat(load.wasInterruptedAtEnd()).isTrue();
      assertThat(joined.failure()).hasCauseInstanceOf(InterruptedException.class);
      assertThat(joined.wasInterruptedAtEnd()).isFalse();
    }
  }
}
