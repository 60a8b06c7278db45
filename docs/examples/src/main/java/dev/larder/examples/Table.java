package dev.larder.examples;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** The demo's result as text: a column for each way to read the catalogue. */
final class Table {
  private static final String NOTHING = "-";
  private static final String EXPLANATION =
      """
      Times in microseconds. In the column "database" a miss is the plain read of a row and a write
      the plain write of one, from a replay of its own: only the last column's total includes writes.
      A penalty is what a miss, or a write, takes beside the database, p50 / p99: what the cache costs
      where it does not help. The database is embedded in this process: no network, no other users.
      """;

  private final Measurement direct;
  private final Measurement directWrites;
  private final Measurement lazy;
  private final Measurement writeThrough;

  /**
   * {@code directWrites} are the writes of the write-through replay, sent to the database alone.
   */
  Table(Measurement direct, Measurement directWrites, Measurement lazy, Measurement writeThrough) {
    this.direct = direct;
    this.directWrites = directWrites;
    this.lazy = lazy;
    this.writeThrough = writeThrough;
  }

  void print(PrintWriter out) {
    line(out, "", "database", "lazy loading", "+ write-through");
    row(out, "requests", m -> count(m.requests()));
    row(out, "database reads", m -> count(m.databaseReads()));
    row(out, "database writes", m -> count(m.databaseWrites()));
    row(out, "hit ratio", m -> m == direct ? NOTHING : percent(m.hitRatio()));
    row(out, "hit, p50 / p99", m -> latency(m.hits()));
    row(out, "miss, p50 / p99", m -> latency(m.misses()));
    row(out, "write, p50 / p99", m -> latency(m == direct ? directWrites.writes() : m.writes()));
    row(out, "miss penalty", m -> m == direct ? NOTHING : latency(m.missPenalties()));
    row(out, "write penalty", m -> m == direct ? NOTHING : latency(m.writePenalties()));
    row(out, "total time", m -> String.format(Locale.ROOT, "%.2f s", m.elapsedNanos() / 1e9));
    out.println();
    EXPLANATION.lines().forEach(out::println);
  }

  private void row(PrintWriter out, String title, Function<Measurement, String> cell) {
    line(out, title, cell.apply(direct), cell.apply(lazy), cell.apply(writeThrough));
  }

  private static void line(PrintWriter out, String title, String... cells) {
    out.printf("%-18s%18s%18s%18s%n", title, cells[0], cells[1], cells[2]);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
  }

  private static String latency(Histogram nanos) {
    return nanos.getTotalCount() == 0
        ? NOTHING
        : String.format(
            Locale.ROOT,
            "%.2f / %.2f",
            nanos.getValueAtPercentile(50) / 1e3,
            nanos.getValueAtPercentile(99) / 1e3);
  }
}
