package dev.larder.benchmarks.report;

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
          time("read hit 1M, against CHM", "hit 1M", CONCURRENT_HASH_MAP, 0.6, 0.9));

  private Rows() {}

  private static Row time(
      String title,
      String measurement,
      Candidate reference,
      @Nullable Double floor,
      @Nullable Double goal) {
    return new Row(title, measurement, "ns", TIMES_AS_FAST, reference, floor, goal);
  }
}
