package dev.larder.cache.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.Cache;
import dev.larder.cache.RemovalCause;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ExpiryReporterTest {

  @Test
  void expiry_nobodyRanInto_isReportedByTheDaemon() throws InterruptedException {
    CountDownLatch reported = new CountDownLatch(1);
    AtomicReference<Thread> reporter = new AtomicReference<>();
    try (Cache<String, String> cache =
        Cache.<String, String>builder()
            .removalListener(
                (key, value, cause) -> {
                  if (cause == RemovalCause.EXPIRED) {
                    reporter.set(Thread.currentThread());
                    reported.countDown();
                  }
                })
            .build()) {
      cache.put("a", "1", Duration.ofMillis(10));
      assertThat(reported.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(reporter.get().isDaemon()).isTrue();
      assertThat(reporter.get().getName()).isEqualTo("larder-expiry");
      assertThat(cache.size()).isZero();
    }
    eventually(() -> !reporter.get().isAlive());
  }

  @Test
  void cache_droppedWithoutClose_isCollected() {
    WeakReference<Cache<String, String>> dropped = new WeakReference<>(reportingCache());
    eventually(
        () -> {
          System.gc();
          return dropped.get() == null;
        });
  }

  private static Cache<String, String> reportingCache() {
    Cache<String, String> cache =
        Cache.<String, String>builder()
            .expireAfterWrite(Duration.ofHours(1))
            .removalListener((key, value, cause) -> {})
            .build();
    cache.put("a", "1");
    return cache;
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
