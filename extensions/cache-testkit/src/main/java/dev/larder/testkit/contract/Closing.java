package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.RecordingListener;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** P27: what a closed cache still does. */
public interface Closing extends CachePart {

  @Test
  @Property("P27")
  default void operations_afterClose_throw() {
    Cache<String, String> cache = create();
    cache.put("k", "v");
    cache.close();
    List<Runnable> operations =
        List.of(
            () -> cache.get("k"),
            () -> cache.getIfPresent("k"),
            () -> cache.get("k", key -> "loaded"),
            () -> cache.getAllPresent(List.of("k")),
            () -> cache.getAll(List.of("k"), keys -> Map.of()),
            () -> cache.put("k", "w"),
            () -> cache.put("k", "w", Duration.ofDays(1)),
            () -> cache.putAll(Map.of("k", "w")),
            () -> cache.invalidate("k"),
            () -> cache.invalidateAll(List.of("k")),
            cache::invalidateAll,
            () -> cache.lease("k"));
    for (Runnable operation : operations) {
      assertThatIllegalStateException().isThrownBy(operation::run);
    }
  }

  @Test
  @Property("P27")
  default void viewsIteratorsAndPolicy_afterClose_throw() {
    requires(Feature.VIEWS, Feature.POLICY);
    Cache<String, String> cache = create(spec().maximumSize(10));
    cache.put("k", "v");
    ConcurrentMap<String, String> map = cache.asMap();
    Iterator<String> iterator = map.keySet().iterator();
    cache.close();
    assertThatIllegalStateException().isThrownBy(() -> map.get("k"));
    assertThatIllegalStateException().isThrownBy(() -> map.put("k", "w"));
    assertThatIllegalStateException().isThrownBy(() -> map.compute("k", (key, value) -> "w"));
    assertThatIllegalStateException().isThrownBy(map::clear);
    assertThatIllegalStateException().isThrownBy(map::size);
    assertThatIllegalStateException().isThrownBy(() -> map.keySet().iterator());
    assertThatIllegalStateException().isThrownBy(iterator::next);
    assertThatIllegalStateException().isThrownBy(cache::asMap);
    assertThatIllegalStateException().isThrownBy(() -> cache.policy().setMaximum(1));
  }

  @Test
  @Property("P27")
  default void close_twice_leavesStatsSizeAndToString() {
    requires(Feature.POLICY);
    Cache<String, String> cache = create(spec().name("pantry").recordStats());
    cache.put("k", "v");
    cache.getIfPresent("k");
    cache.close();
    cache.close();
    assertThat(cache.size()).isZero();
    assertThat(cache.stats().hitCount()).isEqualTo(1);
    assertThat(cache.toString()).contains("pantry");
  }

  @Test
  @Property("P27")
  default void close_leavesTheUsersExecutorAlone_andTellsNothing() throws Exception {
    requires(Feature.LISTENERS);
    RecordingListener<String, String> listener = new RecordingListener<>();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Cache<String, String> cache = create(spec().removalListener(listener).executor(executor));
      cache.put("k", "v");
      cache.close();
      assertThat(executor.isShutdown()).isFalse();
      executor.submit(() -> {}).get();
      assertThat(listener.removals()).isEmpty();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  @Property("P27")
  default void flight_whileTheCacheIsClosed_finishesForItsCallers() {
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
                        return "v";
                      }));
      gate.awaitArrival(patience());
      Task<String> joined = workers.start(() -> cache.get("k", key -> "not this"));
      joined.awaitBlocked();
      workers.runNow(cache::close);
      gate.open();
      assertThat(load.get()).isEqualTo("v");
      assertThat(joined.get()).isEqualTo("v");
    }
  }

  @Test
  @Property({"P27", "P31"})
  default void publish_afterTheCacheWasClosed_isRefused() {
    Cache<String, String> cache = create();
    Lease<String> lease = cache.lease("k");
    cache.close();
    assertThat(lease.publish("v")).isFalse();
    lease.close();
  }
}
