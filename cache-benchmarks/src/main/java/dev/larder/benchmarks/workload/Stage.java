package dev.larder.benchmarks.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A full cache, and keys to look up: equal to those put, but other objects in another order. */
public final class Stage implements AutoCloseable {
  /** cache2k bounds parts of a cache by themselves and so may evict before it is full. */
  private static final double HELD_AT_LEAST = 0.95;

  private static final int THREAD_BITS = 48;

  private final Subject cache;
  private final Long[] present;
  private final int lapBits;

  private Stage(Subject cache, Long[] present) {
    this.cache = cache;
    this.present = present;
    lapBits = Integer.numberOfTrailingZeros(present.length);
  }

  /**
   * Fills a cache up to its maximum.
   *
   * @param maximum a power of two
   */
  public static Stage fill(Candidate candidate, Feature feature, int maximum) {
    if (!candidate.supports(feature)) {
      throw new IllegalArgumentException(candidate.title() + " does not support " + feature);
    }
    Subject cache = candidate.create(maximum, feature);
    List<Integer> numbers = new ArrayList<>(maximum);
    for (int number = 0; number < maximum; number++) {
      cache.put(Keys.key(number), Keys.key(number));
      numbers.add(number);
    }
    cache.settle();
    numbers.removeIf(number -> cache.get(Keys.key(number)) == null);
    if (numbers.size() < HELD_AT_LEAST * maximum) {
      throw new IllegalStateException(
          candidate.title() + " holds " + numbers.size() + " of " + maximum + " entries");
    }
    Collections.shuffle(numbers, new Random(1));
    Long[] present = new Long[maximum];
    for (int i = 0; i < maximum; i++) {
      present[i] = Keys.key(numbers.get(i % numbers.size()));
    }
    return new Stage(cache, present);
  }

  /**
   * Returns where the numbers of a thread begin: none was put by {@link #fill} or comes to another
   * thread, and each thread begins elsewhere among the present keys.
   */
  public static long begin(int thread, int maximum) {
    return ((thread + 1L) << THREAD_BITS) + thread * (maximum / 3L);
  }

  /** Returns the cache. */
  public Subject cache() {
    return cache;
  }

  Long present(long number) {
    return present[(int) number & (present.length - 1)];
  }

  /** Returns a value other than the one that the same key got on the last lap. */
  Long value(long number) {
    return present(number + (number >>> lapBits));
  }

  @Override
  public void close() {
    cache.close();
  }
}
