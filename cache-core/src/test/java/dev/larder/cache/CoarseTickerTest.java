package dev.larder.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CoarseTickerTest {

  @Test
  void coarse_isShared() {
    assertThat(Ticker.coarse()).isSameAs(Ticker.coarse()).hasToString("Ticker.coarse()");
  }

  @Test
  void read_followsTheSystemTime_andNeverTurnsBack() {
    Ticker ticker = Ticker.coarse();
    long first = ticker.read();
    long begin = System.nanoTime();
    long[] last = {first};
    eventually(
        () -> {
          long next = ticker.read();
          assertThat(next - last[0]).isNotNegative();
          assertThat(next - System.nanoTime())
              .isLessThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(2));
          last[0] = next;
          return next - first > TimeUnit.MILLISECONDS.toNanos(20);
        });
    assertThat(System.nanoTime() - begin).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(15));
  }

  @Test
  void entry_expires() {
    try (Cache<String, String> cache =
        Cache.<String, String>builder()
            .expireAfterWrite(Duration.ofMillis(20))
            .ticker(Ticker.coarse())
            .build()) {
      cache.put("k", "v");
      eventually(() -> cache.getIfPresent("k") == null);
    }
  }

  @Test
  void listener_ofACacheWithIt_isToldOfExpiriesNobodyRunsInto() {
    AtomicInteger expired = new AtomicInteger();
    try (Cache<String, String> cache =
        Cache.<String, String>builder()
            .expireAfterWrite(Duration.ofMillis(20))
            .ticker(Ticker.coarse())
            .removalListener((key, value, cause) -> expired.incrementAndGet())
            .build()) {
      cache.put("k", "v");
      eventually(() -> expired.get() == 1);
    }
  }

  @Test
  void thread_endsWhenNobodyHoldsTheTicker() {
    WeakReference<Ticker> dropped = new WeakReference<>(Ticker.coarse());
    eventually(
        () -> {
          System.gc();
          return dropped.get() == null
              && Thread.getAllStackTraces().keySet().stream()
                  .noneMatch(thread -> thread.getName().equals("larder-clock"));
        });
  }

  private static void eventually(BooleanSupplier condition) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
          }
        });
  }
}
