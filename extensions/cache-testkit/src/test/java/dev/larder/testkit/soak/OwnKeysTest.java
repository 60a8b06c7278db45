package dev.larder.testkit.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheBuilder;
import dev.larder.cache.internal.SegmentedCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each thread has keys of its own in a cache without a maximum, whose table grows from one bucket
 * on: so it knows at every moment what each of its keys has, and reads must say so.
 */
class OwnKeysTest {
  private static final String SEGMENTS = "dev.larder.cache.segments";
  private static final int THREADS = 4;
  private static final int KEYS = 2_000;

  private static SegmentedCache<Integer, Integer> cache(int segments, boolean expires) {
    CacheBuilder<Integer, Integer> builder = Cache.builder();
    builder.initialCapacity(1);
    if (expires) {
      builder.expireAfterWrite(Duration.ofHours(1)); // a put links a fresh entry then
    }
    System.setProperty(SEGMENTS, String.valueOf(segments));
    try {
      Cache<Integer, Integer> cache = builder.build();
      return (SegmentedCache<Integer, Integer>) cache;
    } finally {
      System.clearProperty(SEGMENTS);
    }
  }

  /** One thread's keys: {@code number}, {@code number + THREADS} and so on. */
  private static final class Owner implements Runnable {
    private final Cache<Integer, Integer> cache;
    private final Queue<String> failures;
    private final int number;
    private final SplittableRandom random;
    private final Integer[] expected = new Integer[KEYS];

    Owner(Cache<Integer, Integer> cache, Queue<String> failures, int number, long seed) {
      this.cache = cache;
      this.failures = failures;
      this.number = number;
      this.random = new SplittableRandom(seed + number);
    }

    @Override
    public void run() {
      for (int i = 0; i < KEYS && failures.isEmpty(); i++) {
        change(i);
        int other = random.nextInt(i + 1);
        expect(other);
        change(other);
        expect(i);
      }
    }

    private void change(int i) {
      int key = number + i * THREADS;
      if (random.nextInt(4) == 0) {
        cache.invalidate(key);
        expected[i] = null;
      } else {
        int value = random.nextInt();
        cache.put(key, value);
        expected[i] = value;
      }
      expect(i);
    }

    private void expect(int i) {
      Integer value = cache.getIfPresent(number + i * THREADS);
      if (value == null ? expected[i] != null : !value.equals(expected[i])) {
        failures.add("key " + i + " of " + number + ": " + value + ", not " + expected[i]);
      }
    }
  }

  private static void round(int segments, boolean expires, long seed) throws InterruptedException {
    SegmentedCache<Integer, Integer> cache = cache(segments, expires);
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    List<Owner> owners = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      owners.add(new Owner(cache, failures, i, seed));
      threads.add(new Thread(owners.get(i), "soak-owner-" + i));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    owners.forEach(owner -> owner.expect(0));
    long present =
        owners.stream()
            .flatMap(owner -> Arrays.stream(owner.expected))
            .filter(Objects::nonNull)
            .count();
    assertThat(failures).as("seed %d", seed).isEmpty();
    assertThat(cache.size()).isEqualTo(present);
    assertThat(cache.asMap().keySet()).hasSize((int) present);
    cache.validate();
    cache.close();
  }

  @ParameterizedTest
  @CsvSource({"1,false", "1,true", "4,false", "4,true", "64,false", "64,true"})
  void everyThreadFindsItsOwn_whileTheTableGrows(int segments, boolean expires)
      throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      round(segments, expires, i);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Tag("concurrency")
  void everyThreadFindsItsOwn_manyTimes(boolean expires) throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      round(1 << i % 7, expires, i);
    }
  }
}
