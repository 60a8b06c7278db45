package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.Feature;
import dev.larder.testkit.SourceCall;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P32: every written value is written, through whatever it came. */
public interface WritingViews extends WritingPart {

  @ParameterizedTest
  @EnumSource
  @Property({"P14", "P32"})
  default void everyWrite_reachesTheSource_andThenTheCache(Write write) {
    write.requireSupported(this);
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", Write.OLD);
      long before = bench.table.calls();
      write.apply(bench.subject, "k");
      assertThat(bench.table.calls(write.kind())).isPositive();
      assertThat(bench.table.calls()).isEqualTo(before + 1);
      assertThat(bench.table.rows().get("k")).isEqualTo(write.deletes() ? null : Write.NEW);
      assertThat(bench.cache.getIfPresent("k")).isEqualTo(write.deletes() ? null : Write.NEW);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Property({"P2", "P32"})
  default void everyWrite_voidsLeases(Write write) {
    write.requireSupported(this);
    try (var bench = Bench.of(this)) {
      bench.cache.put("k", Write.OLD);
      var lease = bench.cache.lease("k");
      write.apply(bench.subject, "k");
      assertThat(lease.publish("stale")).isFalse();
    }
  }

  @Test
  @Property("P32")
  default void conditionalWrites_actOnTheRow_evenIfItIsNotCached() {
    requires(Feature.VIEWS);
    try (var bench = Bench.of(this)) {
      bench.row("k", "row");
      var map = bench.cache.asMap();
      assertThat(map.putIfAbsent("k", "new")).isEqualTo("row");
      assertThat(map.computeIfAbsent("k", key -> "new")).isEqualTo("row");
      assertThat(map.replace("k", "other", "new")).isFalse();
      assertThat(map.remove("k", "other")).isFalse();
      assertThat(bench.table.effects("k")).isEmpty();
      bench.cache.invalidate("k");
      assertThat(map.replace("k", "row", "1")).isTrue();
      bench.cache.invalidate("k");
      assertThat(map.replace("k", "2")).isEqualTo("1");
      bench.cache.invalidate("k");
      assertThat(map.computeIfPresent("k", (key, value) -> value + "3")).isEqualTo("23");
      bench.cache.invalidate("k");
      assertThat(map.compute("k", (key, value) -> value + "4")).isEqualTo("234");
      bench.cache.invalidate("k");
      assertThat(map.merge("k", "5", String::concat)).isEqualTo("2345");
      bench.cache.invalidate("k");
      assertThat(map.remove("k", "2345")).isTrue();
      assertThat(bench.table.effects("k")).containsExactly("1", "2", "23", "234", "2345", null);
    }
  }

  @Test
  @Property("P32")
  default void conditionalWrites_onNothing_followConcurrentMap() {
    requires(Feature.VIEWS);
    try (var bench = Bench.of(this)) {
      var map = bench.cache.asMap();
      assertThat(map.replace("k", "v")).isNull();
      assertThat(map.replace("k", "v", "w")).isFalse();
      assertThat(map.remove("k", "v")).isFalse();
      assertThat(map.computeIfPresent("k", (key, value) -> "v")).isNull();
      assertThat(map.computeIfAbsent("k", key -> null)).isNull();
      assertThat(bench.table.effects("k")).isEmpty();
      assertThat(map.putIfAbsent("k", "v")).isNull();
      assertThat(map.computeIfAbsent("l", key -> "v")).isEqualTo("v");
      assertThat(map.merge("m", "v", String::concat)).isEqualTo("v");
      assertThat(bench.table.rows()).isEqualTo(Map.of("k", "v", "l", "v", "m", "v"));
    }
  }

  @Test
  @Property("P32")
  default void clearOfAnyView_leavesTheSourceAlone() {
    requires(Feature.VIEWS);
    try (var bench = Bench.of(this)) {
      for (Runnable clear :
          java.util.List.<Runnable>of(
              bench.cache.asMap()::clear,
              bench.cache.asMap().keySet()::clear,
              bench.cache.asMap().values()::clear,
              bench.cache.asMap().entrySet()::clear)) {
        bench.cache.put("k", "v");
        clear.run();
        assertThat(bench.cache.getIfPresent("k")).isNull();
      }
      assertThat(bench.table.calls(SourceCall.DELETE, SourceCall.DELETE_ALL)).isZero();
      assertThat(bench.table.rows()).containsEntry("k", "v");
    }
  }
}
