package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P30, and P7 and P10 as far as computes are concerned. */
public interface Computing extends CachePart {

  /** Operations that wait while another thread computes their key. */
  enum Waiting {
    PUT((cache, key) -> cache.put(key, "next")),
    REMOVE((cache, key) -> cache.asMap().remove(key)),
    COMPUTE((cache, key) -> cache.asMap().compute(key, (k, v) -> "next")),
    COMPUTE_IF_PRESENT((cache, key) -> cache.asMap().computeIfPresent(key, (k, v) -> "next")),
    MERGE((cache, key) -> cache.asMap().merge(key, "next", (v, w) -> w)),
    REPLACE((cache, key) -> cache.asMap().replace(key, "next")),
    INVALIDATE(Cache::invalidate);

    @SuppressWarnings("ImmutableEnumChecker") // the operations are stateless
    private final BiConsumer<Cache<String, String>, String> operation;

    Waiting(BiConsumer<Cache<String, String>, String> operation) {
      this.operation = operation;
    }
  }

  /** Starts a compute of k that stops at the gate. */
  private static Task<String> startCompute(
      Workers workers, Cache<String, String> cache, Gate gate, String result) {
    Task<String> compute =
        workers.start(
            () ->
                cache
                    .asMap()
                    .compute(
                        "k",
                        (key, value) -> {
                          gate.pass();
                          return result;
                        }));
    return compute;
  }

  @Test
  @Property("P30")
  default void computes_thatRace_runOneAfterAnother() {
    requires(Feature.VIEWS);
    Cache<String, Integer> cache = create(new CacheSpec<>());
    try (Workers workers = new Workers(patience())) {
      List<Task<Object>> tasks =
          workers.start(
              4,
              () -> {
                for (int i = 0; i < 500; i++) {
                  cache.asMap().compute("k", (key, value) -> value == null ? 1 : value + 1);
                }
                return "";
              });
      tasks.forEach(Task::get);
    }
    assertThat(cache.getIfPresent("k")).isEqualTo(2000);
  }

  @ParameterizedTest
  @EnumSource
  @Property("P30")
  default void otherWritersOfTheKey_whileAComputeRuns_wait(Waiting other) {
    requires(Feature.VIEWS);
    if (other == Waiting.INVALIDATE) {
      requires(Feature.EXCLUSIVE_COMPUTE);
    }
    Cache<String, String> cache = create();
    cache.put("k", "old");
    Gate gate = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> compute = startCompute(workers, cache, gate, "computed");
      gate.awaitArrival(patience());
      Task<?> waiting = workers.run(() -> other.operation.accept(cache, "k"));
      waiting.awaitBlocked();
      assertThat(cache.getIfPresent("k")).isEqualTo("old");
      gate.open();
      assertThat(compute.get()).isEqualTo("computed");
      waiting.get();
    }
    assertThat(cache.getIfPresent("k")).isIn("next", null);
  }

  @Test
  @Property("P30")
  default void reads_whileAComputeRuns_returnTheOldValue() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create();
    cache.put("k", "old");
    Gate gate = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> compute = startCompute(workers, cache, gate, "computed");
      gate.awaitArrival(patience());
      assertThat(workers.<String>now(() -> cache.getIfPresent("k"))).isEqualTo("old");
      assertThat(workers.<String>now(() -> cache.get("k"))).isEqualTo("old");
      assertThat(workers.<String>now(() -> cache.get("k", key -> "no"))).isEqualTo("old");
      assertThat(workers.<String>now(() -> cache.asMap().get("k"))).isEqualTo("old");
      gate.open();
      compute.get();
    }
    assertThat(cache.getIfPresent("k")).isEqualTo("computed");
  }

  @Test
  @Property({"P7", "P30"})
  default void otherKeys_whileAComputeRuns_areFree() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create(spec().maximumSize(100));
    Gate gate = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> compute = startCompute(workers, cache, gate, "computed");
      gate.awaitArrival(patience());
      for (Mutation mutation : Mutation.values()) {
        if (mutation != Mutation.INVALIDATE_ALL) {
          cache.put("other", Mutation.OLD);
          workers.runNow(() -> mutation.apply(cache, "other"));
        }
      }
      workers.runNow(() -> cache.get("another", key -> "loaded"));
      workers.runNow(cache::invalidateAll);
      gate.open();
      assertThat(compute.get()).isEqualTo("computed");
    }
  }

  @Test
  @Property("P30")
  default void loadOfTheKey_whileAComputeRuns_runsAndIsNotPublished() {
    requires(Feature.VIEWS, Feature.EXCLUSIVE_COMPUTE);
    Cache<String, String> cache = create();
    Gate gate = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> compute = startCompute(workers, cache, gate, "computed");
      gate.awaitArrival(patience());
      assertThat(workers.<String>now(() -> cache.get("k", key -> "loaded"))).isEqualTo("loaded");
      assertThat(cache.getIfPresent("k")).isNull();
      gate.open();
      compute.get();
    }
    assertThat(cache.getIfPresent("k")).isEqualTo("computed");
  }

  @Test
  @Property("P30")
  default void evictionAndResize_whileAComputeRuns_doNotWait() {
    requires(Feature.VIEWS, Feature.POLICY);
    Cache<String, String> cache = create(spec().maximumSize(1));
    cache.put("k", "old");
    Gate gate = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> compute = startCompute(workers, cache, gate, "computed");
      gate.awaitArrival(patience());
      workers.runNow(() -> cache.put("other", "v"));
      workers.runNow(() -> cache.policy().setMaximum(0));
      assertThat(cache.size()).isZero();
      workers.runNow(() -> cache.policy().setMaximum(2));
      gate.open();
      compute.get();
    }
    assertThat(cache.getIfPresent("k")).isEqualTo("computed");
  }

  @Test
  @Property({"P2", "P30"})
  default void compute_voidsLeases_whenItBeginsAndWhenItEnds() {
    requires(Feature.VIEWS, Feature.EXCLUSIVE_COMPUTE);
    Cache<String, String> cache = create();
    Lease<String> before = cache.lease("k");
    Gate gate = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> compute = startCompute(workers, cache, gate, "computed");
      gate.awaitArrival(patience());
      assertThat(before.isValid()).isFalse();
      Lease<String> meanwhile = cache.lease("k");
      gate.open();
      compute.get();
      assertThat(meanwhile.publish("stale")).isFalse();
    }
    assertThat(cache.getIfPresent("k")).isEqualTo("computed");
  }

  @Test
  @Property("P30")
  default void functionThatThrows_changesNothing() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create();
    cache.put("k", "old");
    RuntimeException failure = new UnsupportedOperationException("thrown by the function");
    assertThatThrownBy(() -> cache.asMap().compute("k", (key, value) -> fail(failure)))
        .isSameAs(failure);
    assertThatThrownBy(() -> cache.asMap().computeIfPresent("k", (key, value) -> fail(failure)))
        .isSameAs(failure);
    assertThatThrownBy(() -> cache.asMap().merge("k", "v", (value, other) -> fail(failure)))
        .isSameAs(failure);
    assertThatThrownBy(() -> cache.asMap().computeIfAbsent("absent", key -> fail(failure)))
        .isSameAs(failure);
    assertThat(cache.asMap()).isEqualTo(java.util.Map.of("k", "old"));
    try (Workers workers = new Workers(patience())) {
      workers.runNow(() -> cache.put("k", "free again"));
    }
    assertThat(cache.getIfPresent("k")).isEqualTo("free again");
  }

  private static String fail(RuntimeException failure) {
    throw failure;
  }

  @Test
  @Property({"P2", "P30"})
  default void functionThatThrows_voidsLeasesAllTheSame() {
    requires(Feature.VIEWS, Feature.EXCLUSIVE_COMPUTE);
    Cache<String, String> cache = create();
    Lease<String> lease = cache.lease("k");
    assertThatThrownBy(
            () ->
                cache
                    .asMap()
                    .compute("k", (key, value) -> fail(new UnsupportedOperationException())))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(lease.publish("stale")).isFalse();
  }

  @Test
  @Property({"P10", "P30"})
  default void usingTheKeyInItsOwnFunction_throwsNamingThePath() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create();
    cache.put("k", "old");
    cache
        .asMap()
        .compute(
            "k",
            (key, value) -> {
              assertThat(cache.getIfPresent("k")).isEqualTo("old");
              assertThatIllegalStateException().isThrownBy(() -> cache.put("k", "v"));
              assertThatIllegalStateException().isThrownBy(() -> cache.asMap().remove("k"));
              assertThatIllegalStateException()
                  .isThrownBy(() -> cache.asMap().compute("k", (k, v) -> "v"))
                  .withMessageContaining("k");
              return "computed";
            });
    assertThat(cache.getIfPresent("k")).isEqualTo("computed");
  }

  @Test
  @Property({"P10", "P30"})
  default void loadingTheKeyInItsOwnFunction_throwsNamingThePath() {
    requires(Feature.VIEWS, Feature.EXCLUSIVE_COMPUTE);
    Cache<String, String> cache = create();
    cache
        .asMap()
        .computeIfAbsent(
            "k",
            key -> {
              assertThatIllegalStateException()
                  .isThrownBy(() -> cache.get("k", k -> "loaded"))
                  .withMessageContaining("k -> k");
              return "computed";
            });
    assertThat(cache.getIfPresent("k")).isEqualTo("computed");
  }

  @Test
  @Property({"P10", "P30"})
  default void computesThatWaitForEachOther_throwInOneThread() {
    requires(Feature.VIEWS, Feature.EXCLUSIVE_COMPUTE);
    Cache<String, String> cache = create();
    Gate a = Gate.before();
    try (Workers workers = new Workers(patience())) {
      Task<String> first =
          workers.start(
              () ->
                  cache
                      .asMap()
                      .compute(
                          "a",
                          (key, value) -> {
                            a.pass();
                            return cache.asMap().compute("b", (k, v) -> "b of first");
                          }));
      a.awaitArrival(patience());
      Task<String> second =
          workers.start(
              () ->
                  cache
                      .asMap()
                      .compute(
                          "b",
                          (key, value) -> cache.asMap().compute("a", (k, v) -> "a of second")));
      second.awaitBlocked();
      a.open();
      assertThat(first.failure())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("b -> a -> b");
      assertThat(second.get()).isEqualTo("a of second");
    }
    assertThat(cache.getIfPresent("b")).isEqualTo("a of second");
  }
}
