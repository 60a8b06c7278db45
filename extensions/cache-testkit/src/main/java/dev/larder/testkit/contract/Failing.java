package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.strategies.CacheLoadException;
import dev.larder.testkit.Fault;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** P8: one failed load, shared by all who joined it. */
public interface Failing extends LoadingPart {

  @Test
  @Property("P8")
  default void failedLoad_reachesAllWhoJoined_andIsNotCached() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      RuntimeException failure = new UnsupportedOperationException("thrown by the source");
      Gate gate = Gate.before();
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            gate.pass();
            throw failure;
          });
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      List<Task<String>> joined = bench.workers.start(4, () -> bench.subject.get("k"));
      joined.forEach(Task::awaitBlocked);
      gate.open();
      List<Throwable> thrown = new ArrayList<>(List.of(load.failure()));
      joined.forEach(task -> thrown.add(task.failure()));
      if (supports(Feature.WRAPPED_FAILURES)) {
        assertThat(thrown)
            .allSatisfy(e -> assertThat(e).isInstanceOf(CacheLoadException.class).hasCause(failure))
            .doesNotHaveDuplicates();
      } else {
        assertThat(thrown).allSatisfy(e -> assertThat(e).isSameAs(failure));
      }
      assertThat(bench.table.calls()).as("nobody tried again").isZero();
      assertThat(bench.cache.getIfPresent("k")).isNull();
      assertThat(bench.subject.get("k")).isEqualTo("v");
    }
  }

  @Test
  @Property("P8")
  default void error_reachesAllWhoJoined_unwrapped() {
    try (var bench = Bench.of(this)) {
      Error failure = new LinkageError("thrown by the source");
      Gate gate = Gate.before();
      bench.source.next(
          SourceCall.LOAD,
          call -> {
            gate.pass();
            throw failure;
          });
      Task<String> load = bench.workers.start(() -> bench.subject.get("k"));
      bench.arrived(gate);
      Task<String> joined = bench.workers.start(() -> bench.subject.get("k"));
      joined.awaitBlocked();
      gate.open();
      assertThat(load.failure()).isSameAs(failure);
      assertThat(joined.failure()).isSameAs(failure);
    }
  }

  @Test
  @Property("P8")
  default void checkedException_isTheCauseOfWhatTheCallerGets() {
    requires(Feature.WRAPPED_FAILURES);
    try (var bench = Bench.of(this)) {
      IOException failure = new IOException("thrown by the source");
      bench.source.next(SourceCall.LOAD, Fault.failing(failure));
      Throwable thrown = catchThrowable(() -> bench.subject.get("k"));
      assertThat(thrown)
          .isInstanceOf(CacheLoadException.class)
          .hasCause(failure)
          .hasMessageContaining("k");
      CacheLoadException reported = (CacheLoadException) thrown;
      Set<String> failed =
          reported.failures().keySet().stream()
              .map(String::valueOf)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(failed).containsExactly("k");
    }
  }
}
