package dev.larder.benchmarks;

import dev.larder.benchmarks.Candidate.Subject;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * The time of a hit, of a miss with its load, and of a put that evicts. What flatters one cache or
 * another is avoided:
 *
 * <ul>
 *   <li><b>Sequential keys</b> lie side by side in a hash table: here their bits are mixed, and
 *       they are read in another order than they were put.
 *   <li><b>Identical keys</b> spare a call of {@code equals} and the memory it reads: here the keys
 *       looked up are equal to those put, but other objects.
 *   <li><b>A cache less than half full</b> need not record its reads: here it is full, which is
 *       checked before each trial, as is that every key hits.
 *   <li><b>A spare processor</b> does the maintenance of a cache that leaves it to other threads,
 *       and no clock sees it: run with as many threads as there are processors too.
 *   <li><b>Several caches in one JVM</b> make the calls to them megamorphic: here each has its own
 *       fork.
 *   <li><b>Foreseeable work</b> is optimised away: here results go to JMH, and keys that have to be
 *       new come from a counter.
 * </ul>
 *
 * {@link #missAndLoad} and {@link #putAtCapacity} include the making of a key, some nanoseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheBenchmark {
  /** A power of two: the number of entries held. */
  static final int MAXIMUM = 1 << 16;

  /** What is measured. */
  @Param public Candidate candidate = Candidate.LARDER;

  private Subject cache = Candidate.LARDER.create(0);
  private Long[] presentKeys = {};

  /** Fills the cache. */
  @Setup
  public void fill() {
    cache = candidate.create(MAXIMUM);
    for (int number = 0; number < MAXIMUM; number++) {
      cache.put(Keys.key(number), Keys.key(number));
    }
    List<Long> numbers = LongStream.range(0, MAXIMUM).boxed().collect(Collectors.toList());
    Collections.shuffle(numbers, new Random(1));
    presentKeys = numbers.stream().map(Keys::key).toArray(Long[]::new);
    for (Long key : presentKeys) {
      if (!key.equals(cache.get(key))) {
        throw new IllegalStateException(candidate + " misses " + key);
      }
    }
    if (cache.size() != MAXIMUM) {
      throw new IllegalStateException(candidate + " holds " + cache.size() + " entries");
    }
  }

  /** Looks up a key that is there. */
  @Benchmark
  public @Nullable Long hit(Sequence sequence) {
    return cache.get(presentKeys[(int) sequence.next() & (MAXIMUM - 1)]);
  }

  /** Looks up a key that is not there: it is loaded and stored, another one leaves. */
  @Benchmark
  public @Nullable Long missAndLoad(Sequence sequence) {
    return cache.load(Keys.key(sequence.next()));
  }

  /** Puts a key that is not there: another one leaves. */
  @Benchmark
  public void putAtCapacity(Sequence sequence) {
    Long key = Keys.key(sequence.next());
    cache.put(key, key);
  }

  long size() {
    return cache.size();
  }

  /** Numbers that no other thread gets, and no key put by {@link #fill} has. */
  @State(Scope.Thread)
  public static class Sequence {
    private static final int BITS = 48;

    private long last;

    /** Lets each thread begin elsewhere, among the present keys too. */
    @Setup
    public void begin(ThreadParams threads) {
      long thread = threads.getThreadIndex() + 1L;
      last = (thread << BITS) + thread * (MAXIMUM / 3);
    }

    long next() {
      return ++last;
    }
  }
}
