package dev.larder.testkit.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheBuilder;
import dev.larder.cache.internal.SegmentedCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four writers on unique keys, one write in ten followed by an invalidation, while another thread
 * looks: never is more held than the maximum, no segment falls below half of its fair share, and in
 * the end the cache is exactly full. {@code larder.bound.operations} is the number of operations of
 * all cases together. Prints what was seen.
 */
class BoundTest {
  private static final String SEGMENTS = "dev.larder.cache.segments";
  private static final int CASES = 8;
  private static final int WRITERS = 4;
  private static final long OPERATIONS =
      Long.getLong("larder.bound.operations", 1_000_000) / CASES / WRITERS;

  /** Fair shares below are too small to be kept: a hundredth of the keys is in a segment or not. */
  private static final long SMALLEST_SHARE = 32;

  private final List<Thread> writers = new ArrayList<>();
  private long samples;
  private long largest;
  private double smallestShare = Double.MAX_VALUE;
  private double largestShare;

  private static SegmentedCache<Long, Integer> cache(long maximum, int heaviest, int segments) {
    CacheBuilder<Long, Integer> builder = Cache.builder();
    if (heaviest == 1) {
      builder.maximumSize(maximum);
    } else {
      builder.maximumWeight(maximum).weigher((key, weight) -> weight);
    }
    if (segments > 0) {
      System.setProperty(SEGMENTS, String.valueOf(segments));
    }
    try {
      Cache<Long, Integer> cache = builder.build();
      return (SegmentedCache<Long, Integer>) cache;
    } finally {
      System.clearProperty(SEGMENTS);
    }
  }

  private static void write(Cache<Long, Integer> cache, int writer, long maximum, int heaviest) {
    SplittableRandom random = new SplittableRandom(writer);
    long first = writer * OPERATIONS;
    for (long key = first; key < first + OPERATIONS; key++) {
      cache.put(key, 1 + random.nextInt(heaviest));
      if (random.nextInt(10) == 0) {
        key++;
        cache.invalidate(Math.max(first, key - 2 - random.nextLong(maximum)));
      }
    }
  }

  private static void fill(Cache<Long, Integer> cache, long maximum, int heaviest) {
    long key = -1;
    for (; key >= -maximum; key--) {
      cache.put(key, heaviest);
    }
    // A heavy entry that leaves makes room for more than one light one.
    for (int i = 0; i < heaviest && cache.policy().weightedSize() < maximum; i++, key--) {
      cache.put(key, 1);
    }
  }

  private void sample(SegmentedCache<Long, Integer> cache, long maximum, boolean wasFull) {
    samples++;
    largest = Math.max(largest, cache.policy().weightedSize());
    long[] weights = cache.segmentWeights();
    if (wasFull && maximum / weights.length >= SMALLEST_SHARE) {
      double fair = (double) maximum / weights.length;
      smallestShare = Math.min(smallestShare, Arrays.stream(weights).min().getAsLong() / fair);
      largestShare = Math.max(largestShare, Arrays.stream(weights).max().getAsLong() / fair);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0",
    "7, 1, 0",
    "7, 1, 4",
    "1000, 1, 0",
    "1000, 1, 16",
    "16384, 1, 0",
    "16384, 10, 0",
    "16384, 10, 4"
  })
  void boundHolds_sharesStayFair_andTheCacheIsFull(long maximum, int heaviest, int segments)
      throws InterruptedException {
    SegmentedCache<Long, Integer> cache = cache(maximum, heaviest, segments);
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      writers.add(new Thread(() -> write(cache, writer, maximum, heaviest), "soak-writer-" + i));
    }
    long start = System.nanoTime();
    writers.forEach(Thread::start);
    boolean wasFull = false;
    while (writers.stream().anyMatch(Thread::isAlive)) {
      wasFull |= cache.stats().evictionCount() > maximum;
      sample(cache, maximum, wasFull);
      assertThat(cache.size()).isLessThanOrEqualTo(maximum);
    }
    long elapsed = System.nanoTime() - start;
    fill(cache, maximum, heaviest);
    sample(cache, maximum, true);

    System.out.printf(
        "maximum %,d, heaviest %d, %d segments: %,d operations in %.1f s, %,d samples, "
            + "largest %,d, shares %.2f to %.2f of the fair one%n",
        maximum,
        heaviest,
        cache.segmentWeights().length,
        OPERATIONS * WRITERS,
        elapsed / 1e9,
        samples,
        largest,
        smallestShare == Double.MAX_VALUE ? 1 : smallestShare,
        largestShare == 0 ? 1 : largestShare);
    assertThat(largest).isEqualTo(maximum);
    assertThat(cache.policy().weightedSize()).isEqualTo(maximum);
    assertThat(Arrays.stream(cache.segmentWeights()).sum()).isEqualTo(maximum);
    assertThat(
            cache.asMap().values().stream().mapToLong(weight -> heaviest == 1 ? 1 : weight).sum())
        .isEqualTo(maximum);
    assertThat(smallestShare).isGreaterThanOrEqualTo(0.5);
    cache.validate();
    cache.close();
  }
}
