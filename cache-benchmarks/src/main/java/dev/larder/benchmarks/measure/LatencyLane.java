package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Keys;
import dev.larder.benchmarks.workload.Stage;
import dev.larder.benchmarks.workload.Subject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** How long single puts take at capacity, the reading of the clock included. */
final class LatencyLane implements Lane {
  static final String MEDIAN = "p50 ns";
  static final String P99 = "p99 ns";
  static final String P999 = "p99.9 ns";
  static final String MAXIMUM = "max ns";

  private static final int DIGITS = 3;

  private final Candidate candidate;
  private final List<Writer> writers;
  private final Crew crew;

  LatencyLane(Candidate candidate, Stage stage, int maximum, int threads, Crew crew) {
    this.candidate = candidate;
    this.crew = crew;
    writers =
        IntStream.range(0, threads)
            .mapToObj(thread -> new Writer(stage.cache(), Stage.begin(thread, maximum)))
            .toList();
  }

  @Override
  public Candidate candidate() {
    return candidate;
  }

  @Override
  public Map<String, Double> slice(long nanos) {
    Histogram all = new Histogram(DIGITS);
    crew.run(writers.stream().<Callable<Histogram>>map(writer -> () -> writer.run(nanos)).toList())
        .forEach(all::add);
    return Map.of(
        MEDIAN, (double) all.getValueAtPercentile(50),
        P99, (double) all.getValueAtPercentile(99),
        P999, (double) all.getValueAtPercentile(99.9),
        MAXIMUM, (double) all.getMaxValue());
  }

  private static final class Writer {
    private final Subject cache;
    private long next;

    Writer(Subject cache, long begin) {
      this.cache = cache;
      next = begin;
    }

    Histogram run(long nanos) {
      Histogram latencies = new Histogram(DIGITS);
      long end = System.nanoTime() + nanos;
      long after;
      do {
        Long key = Keys.key(next++);
        long before = System.nanoTime();
        cache.put(key, key);
        after = System.nanoTime();
        latencies.recordValue(after - before);
      } while (after - end < 0);
      return latencies;
    }
  }
}
