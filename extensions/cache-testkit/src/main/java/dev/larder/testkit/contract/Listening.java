package dev.larder.testkit.contract;

import static dev.larder.cache.RemovalCause.EXPIRED;
import static dev.larder.cache.RemovalCause.EXPLICIT;
import static dev.larder.cache.RemovalCause.REPLACED;
import static dev.larder.cache.RemovalCause.SIZE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.Cache;
import dev.larder.cache.RemovalCause;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.Feature;
import dev.larder.testkit.Gate;
import dev.larder.testkit.RecordingListener;
import dev.larder.testkit.RecordingListener.Removal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** P22: each value that leaves is told once, in order, with no lock held. */
public interface Listening extends CachePart {

  private static Removal<String, String> removal(String key, String value, RemovalCause cause) {
    return new Removal<>(key, value, cause);
  }

  @Test
  @Property("P22")
  default void listener_isToldOfEachValueOnceWithItsCause() {
    requires(Feature.LISTENERS);
    RecordingListener<String, String> listener = new RecordingListener<>();
    Cache<String, String> cache = create(spec().removalListener(listener));
    cache.put("k", "1");
    cache.put("k", "2");
    cache.invalidate("k");
    cache.invalidate("k");
    cache.put("k", "3");
    cache.invalidateAll();
    assertThat(listener.removals())
        .containsExactly(
            removal("k", "1", REPLACED), removal("k", "2", EXPLICIT), removal("k", "3", EXPLICIT));
  }

  @Test
  @Property("P22")
  default void listener_isToldOfWhatViewsRemove() {
    requires(Feature.LISTENERS, Feature.VIEWS);
    RecordingListener<String, String> listener = new RecordingListener<>();
    Cache<String, String> cache = create(spec().removalListener(listener));
    cache.asMap().put("k", "1");
    cache.asMap().replace("k", "2");
    cache.asMap().compute("k", (key, value) -> "3");
    cache.asMap().compute("k", (key, value) -> null);
    cache.asMap().merge("k", "4", String::concat);
    cache.asMap().remove("k");
    assertThat(listener.removals())
        .containsExactly(
            removal("k", "1", REPLACED),
            removal("k", "2", REPLACED),
            removal("k", "3", EXPLICIT),
            removal("k", "4", EXPLICIT));
  }

  @Test
  @Property("P22")
  default void listener_isToldOfEvictionAndExpiry() {
    requires(Feature.LISTENERS, Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    RecordingListener<String, String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(spec().maximumSize(1).ticker(ticker).removalListener(listener));
    cache.put("a", "1");
    cache.put("b", "2", Duration.ofNanos(10));
    List<Removal<String, String>> evicted = List.copyOf(listener.removals());
    assertThat(evicted).hasSize(1).allMatch(removal -> removal.cause() == SIZE);
    cache.invalidateAll();
    listener.clear();
    cache.put("c", "3", Duration.ofNanos(10));
    ticker.advance(Duration.ofNanos(10));
    assertThat(cache.getIfPresent("c")).isNull();
    assertThat(listener.removals()).containsExactly(removal("c", "3", EXPIRED));
  }

  @Test
  @Property("P22")
  default void expiredEntry_leavesWithCauseExpired_whateverRemovesIt() {
    requires(Feature.LISTENERS, Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    RecordingListener<String, String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(spec().ticker(ticker).removalListener(listener).retainExpired(Duration.ofDays(1)));
    for (String key : List.of("invalidated", "replaced", "cleared")) {
      cache.put(key, "v", Duration.ofNanos(10));
    }
    ticker.advance(Duration.ofNanos(10));
    cache.invalidate("invalidated");
    cache.put("replaced", "w");
    cache.invalidateAll();
    assertThat(listener.removals())
        .containsExactlyInAnyOrder(
            removal("invalidated", "v", EXPIRED),
            removal("replaced", "v", EXPIRED),
            removal("cleared", "v", EXPIRED),
            removal("replaced", "w", EXPLICIT));
  }

  @Test
  @Property("P22")
  default void valueRefusedAtOnce_isToldOnceAfterTheOldOneLeft() {
    requires(Feature.LISTENERS);
    RecordingListener<String, String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(
            spec()
                .maximumWeight(3)
                .weigher((key, value) -> value.length())
                .removalListener(listener));
    cache.put("k", "1");
    cache.put("k", "too heavy");
    cache.put("l", "2");
    cache.put("l", "w", Duration.ZERO);
    assertThat(listener.removals())
        .containsExactly(
            removal("k", "1", REPLACED),
            removal("k", "too heavy", SIZE),
            removal("l", "2", REPLACED),
            removal("l", "w", EXPIRED));
    listener.clear();
    Cache<String, String> empty = create(spec().maximumSize(0).removalListener(listener));
    empty.put("k", "v");
    assertThat(listener.removals()).containsExactly(removal("k", "v", SIZE));
  }

  @Test
  @Property("P22")
  default void loadedValue_deadOnArrival_isToldOnce() {
    requires(Feature.LISTENERS, Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    RecordingListener<String, String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(
            spec().ticker(ticker).expireAfterWrite(Duration.ofNanos(10)).removalListener(listener));
    cache.get(
        "k",
        key -> {
          ticker.advance(Duration.ofNanos(10));
          return "v";
        });
    assertThat(listener.removals()).containsExactly(removal("k", "v", EXPIRED));
  }

  @Test
  @Property("P22")
  default void replacingByTheSameInstance_tellsNothingAndRenewsTheTimes() {
    requires(Feature.LISTENERS, Feature.TICKER, Feature.SAME_INSTANCE);
    FakeTicker ticker = new FakeTicker();
    RecordingListener<String, String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(
            spec().ticker(ticker).expireAfterWrite(Duration.ofNanos(10)).removalListener(listener));
    String value = "v";
    cache.put("k", value);
    ticker.advance(Duration.ofNanos(9));
    cache.put("k", value);
    ticker.advance(Duration.ofNanos(9));
    assertThat(cache.getIfPresent("k")).isSameAs(value);
    assertThat(listener.removals()).isEmpty();
  }

  @Test
  @Property("P22")
  default void listener_slow_keepsOrderPerKey_andBlocksNoWriter() {
    requires(Feature.LISTENERS, Feature.SHARED_SUPPORT);
    RecordingListener<String, String> listener = new RecordingListener<>();
    Gate gate = Gate.before();
    Cache<String, String> cache =
        create(
            spec()
                .removalListener(
                    (key, value, cause) -> {
                      gate.pass();
                      listener.onRemoval(key, value, cause);
                    }));
    cache.put("k", "0");
    try (Workers workers = new Workers(patience())) {
      Task<?> delivering = workers.run(() -> cache.put("k", "1"));
      gate.awaitArrival(patience());
      for (int i = 2; i <= 20; i++) {
        String value = String.valueOf(i);
        workers.runNow(() -> cache.put("k", value));
      }
      gate.open();
      delivering.get();
    }
    List<Removal<String, String>> inOrder = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      inOrder.add(removal("k", String.valueOf(i), REPLACED));
    }
    assertThat(listener.removals()).isEqualTo(inOrder);
  }

  @Test
  @Property("P22")
  default void listener_ofWritersThatRace_isToldInOrderEachValueOnce() {
    requires(Feature.LISTENERS);
    RecordingListener<String, Integer> listener = new RecordingListener<>();
    Cache<String, Integer> cache =
        create(new CacheSpec<String, Integer>().removalListener(listener));
    try (Workers workers = new Workers(patience())) {
      List<Task<Object>> writers =
          workers.start(
              4,
              () -> {
                for (int i = 0; i < 500; i++) {
                  cache.asMap().merge("k", 1, Integer::sum);
                }
                return "";
              });
      writers.forEach(Task::get);
    }
    cache.invalidate("k");
    List<Integer> values = listener.removals().stream().map(Removal::value).toList();
    assertThat(values).hasSize(2000).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @Property("P22")
  default void listener_runsWithNoLockHeld_andMayUseTheCache() {
    requires(Feature.LISTENERS);
    List<String> seen = new ArrayList<>();
    List<Cache<String, String>> self = new ArrayList<>();
    try (Workers workers = new Workers(patience())) {
      Cache<String, String> cache =
          create(
              spec()
                  .removalListener(
                      (key, value, cause) -> {
                        seen.add(value);
                        if (key.equals("k")) {
                          workers.runNow(() -> self.get(0).put("k", "from another thread"));
                          self.get(0).put("other", "from the listener");
                        }
                      }));
      self.add(cache);
      cache.put("k", "v");
      workers.runNow(() -> cache.invalidate("k"));
      assertThat(cache.getIfPresent("k")).isEqualTo("from another thread");
      assertThat(cache.getIfPresent("other")).isEqualTo("from the listener");
      assertThat(seen).containsExactly("v");
    }
  }

  @Test
  @Property("P22")
  default void listenerThatThrows_isCountedAndContained() {
    requires(Feature.LISTENERS);
    RecordingListener<String, String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(
            spec()
                .removalListener(
                    (key, value, cause) -> {
                      listener.onRemoval(key, value, cause);
                      if (value.equals("error")) {
                        throw new LinkageError("thrown by the test's listener");
                      }
                      throw new UnsupportedOperationException("thrown by the test's listener");
                    }));
    cache.put("k", "v");
    cache.put("k", "error");
    cache.invalidate("k");
    assertThat(listener.removals()).hasSize(2);
    assertThat(cache.stats().listenerFailureCount()).isEqualTo(2);
  }

  @Test
  @Property("P22")
  default void listener_runsInTheExecutor_andInOrderIfThatRefuses() {
    requires(Feature.LISTENERS);
    RecordingListener<String, String> listener = new RecordingListener<>();
    List<Runnable> executed = new ArrayList<>();
    Cache<String, String> cache = create(spec().removalListener(listener).executor(executed::add));
    cache.put("k", "1");
    cache.put("k", "2");
    cache.put("k", "3");
    assertThat(listener.removals()).isEmpty();
    executed.forEach(Runnable::run);
    assertThat(listener.removals())
        .containsExactly(removal("k", "1", REPLACED), removal("k", "2", REPLACED));
    listener.clear();
    Cache<String, String> refusing =
        create(
            spec()
                .removalListener(listener)
                .executor(
                    work -> {
                      throw new RejectedExecutionException("full");
                    }));
    refusing.put("k", "1");
    refusing.put("k", "2");
    assertThat(listener.removals()).containsExactly(removal("k", "1", REPLACED));
  }

  @Test
  @Property("P22")
  default void expiryNobodyRunsInto_isToldInTime() throws InterruptedException {
    requires(Feature.LISTENERS);
    CountDownLatch told = new CountDownLatch(1);
    Cache<String, String> cache =
        create(
            spec()
                .expireAfterWrite(Duration.ofMillis(1))
                .removalListener((key, value, cause) -> told.countDown()));
    cache.put("k", "v");
    assertThat(told.await(patience().toNanos(), TimeUnit.NANOSECONDS)).isTrue();
    cache.close();
  }
}
