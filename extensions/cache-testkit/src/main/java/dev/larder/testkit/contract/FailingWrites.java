package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.larder.strategies.CacheWriteException;
import dev.larder.strategies.CacheWriteException.Outcome;
import dev.larder.strategies.WriteRejectedException;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Fault;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P15: what the cache holds after a write that failed. */
public interface FailingWrites extends WritingPart {

  @ParameterizedTest
  @EnumSource
  @Property({"P15", "P32"})
  default void writeRejected_leavesTheCacheAsItWas(Write write) {
    write.requireSupported(this);
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", Write.OLD);
      bench.source.next(write.kind(), Fault.rejecting());
      CacheWriteException failure =
          catchThrowableOfType(CacheWriteException.class, () -> write.apply(bench.subject, "k"));
      assertThat(failure).hasCauseInstanceOf(WriteRejectedException.class);
      assertThat(failure.outcomeOf("k")).isEqualTo(Outcome.REJECTED);
      assertThat(bench.cache.getIfPresent("k")).isEqualTo(Write.OLD);
      assertThat(bench.table.rows()).containsEntry("k", Write.OLD);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Property({"P15", "P32"})
  default void writeOfUnknownOutcome_invalidatesTheKey_beforeTheCallerIsTold(Write write) {
    write.requireSupported(this);
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", Write.OLD);
      IOException failure = new IOException("thrown by the source");
      bench.source.next(write.kind(), Fault.failingAfter(failure));
      CacheWriteException thrown =
          catchThrowableOfType(CacheWriteException.class, () -> write.apply(bench.subject, "k"));
      assertThat(thrown).hasCause(failure).hasMessageContaining("k");
      assertThat(thrown.outcomeOf("k")).isEqualTo(Outcome.UNKNOWN);
      assertThat(bench.cache.getIfPresent("k")).isNull();
    }
  }

  @Test
  @Property({"P2", "P15"})
  default void writeOfUnknownOutcome_voidsLeases() {
    try (var bench = Bench.of(this)) {
      var lease = bench.cache.lease("k");
      bench.source.next(SourceCall.WRITE, Fault.failingAfter(new IOException("lost")));
      assertThatThrownBy(() -> bench.cache.put("k", "v")).isInstanceOf(CacheWriteException.class);
      assertThat(lease.publish("read before")).isFalse();
    }
  }

  @Test
  @Property("P15")
  default void errorOfTheSource_invalidatesTheKey_andPassesUnwrapped() {
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", "old");
      Error failure = new LinkageError("thrown by the source");
      bench.source.next(
          SourceCall.WRITE,
          call -> {
            throw failure;
          });
      assertThatThrownBy(() -> bench.cache.put("k", "v")).isSameAs(failure);
      assertThat(bench.cache.getIfPresent("k")).isNull();
      bench.cache.put("k", "again");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("again");
    }
  }

  @Test
  @Property("P15")
  default void nextWriter_afterAFailedWrite_goesOn() {
    try (var bench = Bench.of(this)) {
      Gate gate = Gate.before();
      bench.source.next(
          SourceCall.WRITE,
          call -> {
            gate.pass();
            throw new IOException("thrown by the source");
          });
      Task<?> failing = bench.workers.run(() -> bench.cache.put("k", "1"));
      bench.arrived(gate);
      Task<?> next = bench.workers.run(() -> bench.cache.put("k", "2"));
      next.awaitBlocked();
      gate.open();
      assertThat(failing.failure()).isInstanceOf(CacheWriteException.class);
      next.get();
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("2");
    }
  }

  @Test
  @Property("P15")
  default void cacheThatCannotTakeAWrittenValue_doesNotKeepTheOldOne() {
    var spec =
        new CacheSpec<String, String>()
            .maximumWeight(10)
            .weigher(
                (key, value) -> {
                  if (value.equals("unweighable")) {
                    throw new UnsupportedOperationException("thrown by the weigher");
                  }
                  return 1;
                });
    try (var bench = Bench.of(this, spec)) {
      bench.cache.put("k", "old");
      assertThatThrownBy(() -> bench.cache.put("k", "unweighable"))
          .hasMessage("thrown by the weigher");
      assertThat(bench.cache.getIfPresent("k")).isNull();
      assertThat(bench.table.rows()).containsEntry("k", "unweighable");
    }
  }
}
