package dev.larder.cache.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How well hashes spread keys as people have them over a table with as many buckets as keys. With
 * chance alone a key that is found is, on average, at place 1.5 of its chain.
 */
class HashSpreadTest {
  private static final int KEYS = 1 << 16;

  private static List<Arguments> keys() {
    return List.of(
        keys("sequential", i -> i),
        keys("multiples of 16", i -> i << 4),
        keys("multiples of 1,024", i -> i << 10),
        keys("multiples of 65,536", i -> i << 16),
        keys("sequential longs", i -> 1_000_000_000_000L + i),
        keys("doubles", i -> (double) i),
        keys("longs of doubles", i -> Double.doubleToLongBits(i)),
        keys("strings", i -> "user:" + i),
        keys("padded strings", i -> String.format("%012d", i)),
        keys("pairs", i -> List.of(i & 0xFF, i >> 8)));
  }

  private static Arguments keys(String name, IntFunction<Object> key) {
    return Arguments.of(name, key);
  }

  private static Segments<Object, Object> segments() {
    return new Segments<>(
        new CacheConfig<>(
            "cache",
            16,
            Long.MAX_VALUE,
            false,
            null,
            null,
            null,
            null,
            0,
            Duration.ZERO,
            null,
            Runnable::run,
            () -> 0L,
            false,
            false),
        null);
  }

  /** Returns the mean place of a key in its chain. */
  private static double place(int[] hashes) {
    int[] lengths = new int[KEYS];
    long places = 0;
    for (int hash : hashes) {
      places += ++lengths[hash & (KEYS - 1)];
    }
    return (double) places / hashes.length;
  }

  private static int[] hashes(IntFunction<Object> key, Segments<Object, Object> segments) {
    int[] hashes = new int[KEYS];
    Arrays.setAll(hashes, i -> segments.hash(key.apply(i)));
    return hashes;
  }

  /** Several seeds: one alone may be lucky. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void chains_areAboutAsShortAsByChance(String name, IntFunction<Object> key) {
    for (int seed = 0; seed < 20; seed++) {
      int[] hashes = hashes(key, segments());
      double distinct = Arrays.stream(hashes).distinct().count();

      assertThat(place(hashes)).isLessThan(KEYS / distinct * 1.75);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void segments_getAboutTheirShare(String name, IntFunction<Object> key) {
    for (int seed = 0; seed < 20; seed++) {
      int[] counts = new int[64];
      for (int hash : hashes(key, segments())) {
        counts[hash & 63]++;
      }

      assertThat(Arrays.stream(counts).min().getAsInt()).isGreaterThan(KEYS / 64 / 2);
      assertThat(Arrays.stream(counts).max().getAsInt()).isLessThan(KEYS / 64 * 3 / 2);
    }
  }
}
