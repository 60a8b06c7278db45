package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** P23: clearing takes effect at one instant, for keys that are not there too. */
public interface Clearing extends CachePart {

  @Test
  @Property("P23")
  default void invalidateAll_voidsLeasesOfAbsentKeysToo() {
    Cache<String, String> cache = create();
    cache.put("present", "v");
    Lease<String> present = cache.lease("present");
    Lease<String> absent = cache.lease("absent");
    cache.invalidateAll();
    assertThat(present.publish("stale")).isFalse();
    assertThat(absent.publish("stale")).isFalse();
    assertThat(cache.getIfPresent("present")).isNull();
    assertThat(cache.getIfPresent("absent")).isNull();
  }

  @Test
  @Property("P23")
  default void invalidateAll_whileLoadsRun_doesNotWaitAndLeavesNothing() {
    Cache<String, String> cache = create();
    Gate gate = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> load =
          workers.start(
              () ->
                  cache.get(
                      "k",
                      key -> {
                        gate.pass();
                        return "stale";
                      }));
      gate.awaitArrival(patience());
      workers.runNow(cache::invalidateAll);
      assertThat(workers.<String>now(() -> cache.get("k", key -> "fresh"))).isEqualTo("fresh");
      gate.open();
      assertThat(load.get()).isEqualTo("stale");
      assertThat(cache.getIfPresent("k")).isEqualTo("fresh");
    }
  }

  @Test
  @Property("P23")
  default void invalidateAll_whileAComputeRuns_doesNotWait_andItsResultIsNotStored() {
    requires(Feature.VIEWS, Feature.EXCLUSIVE_COMPUTE);
    Cache<String, String> cache = create();
    cache.put("k", "old");
    Gate gate = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> compute =
          workers.start(
              () ->
                  cache
                      .asMap()
                      .compute(
                          "k",
                          (key, value) -> {
                            gate.pass();
                            return value + " computed";
                          }));
      gate.awaitArrival(patience());
      workers.runNow(cache::invalidateAll);
      assertThat(cache.getIfPresent("k")).isNull();
      gate.open();
      assertThat(compute.get()).isEqualTo("old computed");
      assertThat(cache.getIfPresent("k")).isNull();
    }
  }

  @Test
  @Property("P23")
  default void invalidateAll_endsKnownAbsences() {
    Cache<String, String> cache = create();
    cache.lease("k").publishAbsent(Duration.ofDays(1));
    cache.invalidateAll();
    assertThat(cache.get("k", key -> "loaded")).isEqualTo("loaded");
  }
}
