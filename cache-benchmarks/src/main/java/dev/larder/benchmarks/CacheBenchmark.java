package dev.larder.benchmarks;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Feature;
import dev.larder.benchmarks.workload.Stage;
import dev.larder.benchmarks.workload.Workload;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * The time of an operation under JMH, for absolute figures; {@link Report} compares. What flatters
 * one cache or another is avoided in both:
 *
 * <ul>
 *   <li><b>Sequential keys</b> lie side by side in a hash table: here their bits are mixed, and
 *       they are read in another order than they were put.
 *   <li><b>Identical keys</b> spare a call of {@code equals} and the memory it reads: here the keys
 *       looked up are equal to those put, but other objects.
 *   <li><b>A cache less than half full</b> need not record its reads: here it is full.
 *   <li><b>A spare processor</b> does the maintenance of a cache that leaves it to other threads,
 *       and no clock sees it: run with as many threads as there are processors too.
 *   <li><b>Several caches in one JVM</b> make the calls to them megamorphic: here each has its own
 *       fork, in the report its own class loader.
 *   <li><b>Foreseeable work</b> is optimised away: here results are consumed, and keys that have to
 *       be new come from a counter.
 * </ul>
 *
 * {@code LOAD_MISS} and {@code INSERT} include the making of a key, some nanoseconds. {@code
 * CONCURRENT_HASH_MAP} is for the other workloads: it evicts nothing, and runs out of memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheBenchmark {
  /** What is measured. */
  @Param({"LARDER", "CAFFEINE", "CACHE2K"})
  public Candidate candidate = Candidate.LARDER;

  /** What is done with it. */
  @Param public Workload workload = Workload.HIT;

  /** How it is configured. */
  @Param("PLAIN")
  public Feature feature = Feature.PLAIN;

  /** The number of entries held, a power of two. */
  @Param("65536")
  public int maximum = 1 << 16;

  private Stage stage = Stage.fill(Candidate.LARDER, Feature.PLAIN, 1);

  /** Fills the cache. */
  @Setup
  public void fill() {
    stage = Stage.fill(candidate, feature, maximum);
  }

  /** Does what the workload says. */
  @Benchmark
  public @Nullable Object operate(Sequence sequence) {
    return workload.operate(stage, sequence.next());
  }

  /** Drops the cache. */
  @TearDown
  public void close() {
    stage.close();
  }

  /** The numbers of a thread. */
  @State(Scope.Thread)
  public static class Sequence {
    private long last;

    /** Lets each thread begin elsewhere. */
    @Setup
    public void begin(ThreadParams threads, CacheBenchmark benchmark) {
      last = Stage.begin(threads.getThreadIndex(), benchmark.maximum);
    }

    long next() {
      return ++last;
    }
  }
}
