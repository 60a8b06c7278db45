package dev.larder.benchmarks.report;

import static dev.larder.benchmarks.report.Scale.ABSOLUTE;
import static dev.larder.benchmarks.report.Scale.SHARE;
import static dev.larder.benchmarks.report.Scale.TIMES_AS_FAST;
import static dev.larder.benchmarks.workload.Candidate.CAFFEINE;
import static dev.larder.benchmarks.workload.Candidate.CONCURRENT_HASH_MAP;

import dev.larder.benchmarks.workload.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rows, with the targets that Larder set itself. */
public final class Rows {
  /** In the order of the report. */
  public static final List<Row> ALL =
      List.of(
          time("read hit 4K, 1 thread", "hit 4K", CAFFEINE, 2.5, 4.0),
          time("read hit 64K, 1 thread", "hit 64K", CAFFEINE, 4.0, 6.5),
          time("read hit 1M, 1 thread", "hit 1M", CAFFEINE, 2.0, 3.0),
          time("read hit 64K, 2 threads", "hit 64K x2", CAFFEINE, 4.0, 6.5),
          time("75/25 get/put 64K, 2 threads", "mixed 64K x2", CAFFEINE, 3.5, 5.0),
          time("replace 64K, 1 thread", "replace 64K", CAFFEINE, null, null),
          time("replace 64K, 2 threads", "replace 64K x2", CAFFEINE, 3.0, 5.0),
          time("get-or-load hit 64K, 1 thread", "load hit 64K", CAFFEINE, 3.0, 6.0),
          time("get-or-load miss 64K, 1 thread", "load miss 64K", CAFFEINE, 2.0, 5.0),
          time("insert + evict 64K, 1 thread", "insert 64K", CAFFEINE, null, null),
          time("insert + evict 64K, 2 threads", "insert 64K x2", CAFFEINE, 3.0, 7.0),
          time("insert + evict 1M, 1 thread", "insert 1M", CAFFEINE, 1.8, 5.0),
          time(
              "read hit 64K, write expiry, exact clock", "hit 64K exact clock", CAFFEINE, 1.6, 3.0),
          time(
              "read hit 64K, write expiry, coarse clock",
              "hit 64K coarse clock",
              CAFFEINE,
              6.0,
              12.0),
          time(
              "read hit 64K, write expiry, same coarse clock",
              "hit 64K shared coarse clock",
              CAFFEINE,
              null,
              null),
          time("read hit 4K, against CHM", "hit 4K", CONCURRENT_HASH_MAP, 0.5, 0.9),
          time("read hit 64K, against CHM", "hit 64K", CONCURRENT_HASH_MAP, 0.6, 0.9),
          time("read hit 1M, against CHM", "hit 1M", CONCURRENT_HASH_MAP, 0.6, 0.9),
          bytes("bytes per entry, plain", "bytes plain", 0.72, 0.55),
          bytes("bytes per entry, write expiry", "bytes write expiry", 0.70, 0.55),
          bytes("bytes per entry, access expiry", "bytes access expiry", null, null),
          bytes("bytes per entry, weights", "bytes weights", null, null),
          bytes("bytes per entry, listener", "bytes listener", null, null),
          bytes("bytes per entry, statistics", "bytes stats", null, null),
          figure("bytes allocated per insert at capacity", "allocation", "bytes", 40.0, 0.0),
          put("p50", "p50 ns", null, null),
          put("p99", "p99 ns", null, null),
          put("p99.9", "p99.9 ns", 10.0, 50.0),
          put("maximum", "max ns", null, null),
          figure("entries above 1,000, 4 writers", "excess 1000", "entries", 0.0, 0.0),
          figure("entries above 65,536, 4 writers", "excess 64K", "entries", 0.0, 0.0));

  private Rows() {}

  private static Row time(
      String title,
      String measurement,
      Candidate reference,
      @Nullable Double floor,
      @Nullable Double goal) {
    return new Row(title, measurement, "ns", TIMES_AS_FAST, reference, floor, goal);
  }

  private static Row bytes(
      String title, String measurement, @Nullable Double floor, @Nullable Double goal) {
    return new Row(title, measurement, "bytes", SHARE, CAFFEINE, floor, goal);
  }

  private static Row put(
      String quantile, String metric, @Nullable Double floor, @Nullable Double goal) {
    String title = quantile + " of a put at capacity 64K, 2 threads";
    return new Row(title, "put latency x2", metric, TIMES_AS_FAST, CAFFEINE, floor, goal);
  }

  private static Row figure(
      String title, String measurement, String metric, double floor, double goal) {
    return new Row(title, measurement, metric, ABSOLUTE, CAFFEINE, floor, goal);
  }
}
