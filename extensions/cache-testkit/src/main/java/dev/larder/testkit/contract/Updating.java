package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.strategies.CacheLoadException;
import dev.larder.testkit.Fault;
import dev.larder.testkit.Gate;
import dev.larder.testkit.SourceCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** P17: read, change and write with no other write in between. */
public interface Updating extends WritingPart {

  @Test
  @Property("P17")
  default void update_ofACachedValue_changesIt_withoutALoad() {
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", "v");
      assertThat(bench.subject.update("k", value -> value + "w")).isEqualTo("vw");
      assertThat(bench.table.effects("k")).containsExactly("v", "vw");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("vw");
      assertThat(bench.table.calls(SourceCall.LOAD)).isZero();
    }
  }

  @Test
  @Property("P17")
  default void update_ofARowThatIsNotCached_loadsIt() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      assertThat(bench.subject.update("k", value -> value + "w")).isEqualTo("vw");
      assertThat(bench.table.rows()).containsEntry("k", "vw");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("vw");
    }
  }

  @Test
  @Property("P17")
  default void update_ofNothing_getsNull() {
    try (var bench = Bench.of(this)) {
      List<@Nullable String> seen = new ArrayList<>();
      assertThat(
              bench.subject.update(
                  "k",
                  value -> {
                    seen.add(value);
                    return "v";
                  }))
          .isEqualTo("v");
      assertThat(seen).containsExactly((String) null);
      assertThat(bench.table.rows()).containsEntry("k", "v");
    }
  }

  @Test
  @Property("P17")
  default void update_toNull_deletes() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      assertThat(bench.subject.update("k", value -> null)).isNull();
      assertThat(bench.table.rows()).isEmpty();
      assertThat(bench.table.calls(SourceCall.DELETE)).isEqualTo(1);
      assertThat(bench.cache.getIfPresent("k")).isNull();
    }
  }

  @Test
  @Property("P17")
  default void update_toTheSameInstance_writesNothing() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      assertThat(bench.subject.update("k", value -> value)).isEqualTo("v");
      assertThat(bench.subject.update("none", value -> value)).isNull();
      assertThat(bench.table.effects("k")).isEmpty();
      assertThat(bench.table.effects("none")).isEmpty();
      assertThat(bench.cache.getIfPresent("k")).isIn("v", null);
    }
  }

  @Test
  @Property({"P14", "P17"})
  default void updatesThatRace_loseNothing() {
    try (var bench = Bench.of(this)) {
      List<Task<Object>> writers =
          bench.workers.start(
              4,
              () -> {
                for (int i = 0; i < 200; i++) {
                  bench.subject.update("k", value -> value == null ? "+" : value + "+");
                }
                return "";
              });
      writers.forEach(Task::get);
      assertThat(bench.table.rows().get("k")).hasSize(800);
      assertThat(bench.table.effects("k")).hasSize(800);
    }
  }

  @Test
  @Property({"P14", "P17"})
  default void write_whileAnUpdateRuns_waits() {
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", "v");
      Gate gate = Gate.before();
      Task<String> update =
          bench.workers.start(
              () ->
                  bench.subject.update(
                      "k",
                      value -> {
                        gate.pass();
                        return value + "w";
                      }));
      bench.arrived(gate);
      Task<?> put = bench.workers.run(() -> bench.cache.put("k", "x"));
      put.awaitBlocked();
      assertThat(bench.workers.<String>now(() -> bench.cache.getIfPresent("k"))).isEqualTo("v");
      gate.open();
      assertThat(update.get()).isEqualTo("vw");
      put.get();
      assertThat(bench.table.effects("k")).containsExactly("v", "vw", "x");
    }
  }

  @Test
  @Property("P6")
  default void update_ofAMissingKey_doesNotWaitForALoadOfIt() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      Gate gate = Gate.before();
      Task<String> load =
          bench.workers.start(
              () ->
                  bench.cache.get(
                      "k",
                      key -> {
                        gate.pass();
                        return "stale";
                      }));
      bench.arrived(gate);
      assertThat(bench.workers.<String>now(() -> bench.subject.update("k", value -> value + "w")))
          .isEqualTo("vw");
      gate.open();
      assertThat(load.get()).isEqualTo("stale");
      assertThat(bench.cache.getIfPresent("k")).isEqualTo("vw");
    }
  }

  @Test
  @Property({"P15", "P17"})
  default void functionOrLoadThatThrows_writesNothing() {
    try (var bench = Bench.of(this)) {
      bench.row("k", "v");
      RuntimeException failure = new UnsupportedOperationException("thrown by the function");
      assertThatThrownBy(
              () ->
                  bench.subject.update(
                      "k",
                      value -> {
                        throw failure;
                      }))
          .isSameAs(failure);
      bench.source.next(SourceCall.LOAD, Fault.failing(new IOException("thrown by the source")));
      bench.cache.invalidate("k");
      assertThatThrownBy(() -> bench.subject.update("k", value -> "w"))
          .isInstanceOf(CacheLoadException.class)
          .hasCauseInstanceOf(IOException.class);
      assertThat(bench.table.effects("k")).isEmpty();
      bench.workers.runNow(() -> bench.cache.put("k", "free again"));
    }
  }
}
