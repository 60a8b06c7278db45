package dev.larder.benchmarks.report;

import dev.larder.benchmarks.measure.Samples;
import dev.larder.benchmarks.workload.Candidate;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the rows for people. */
public final class Table {
  private static final String LINE = "%-46s%7s%7s%9s  %-18s%-7s%9s%9s%9s  %s%n";

  private static final String LEGEND =
      """

      Times: how many times as fast as Caffeine, or as CHM where that has 1.00; high is good.
      Bytes per entry, beside key and value: the share of Caffeine's; low is good.
      Bytes per insert and entries above the maximum: the figures themselves; low is good.
      Each figure is the median of all rounds, each ratio one of two figures of the same round.
      Last column: what the cache with 1.00 needs, in nanoseconds or bytes.
      """;

  private Table() {}

  /** Prints a row for each measurement that there is. */
  public static void print(
      Map<String, Object> circumstances,
      List<Row> rows,
      Map<String, Samples> measured,
      PrintWriter out) {
    circumstances.forEach((name, value) -> out.println(name + ": " + value));
    out.println();
    out.printf(
        LINE, "", "floor", "goal", "Larder", "(quartiles)", "", "cache2k", "CHM", "Caffeine", "");
    for (Row row : rows) {
      print(row, measured.getOrDefault(row.measurement(), new Samples()), out);
    }
    out.print(LEGEND);
    out.flush();
  }

  private static void print(Row row, Samples samples, PrintWriter out) {
    Map<Candidate, Summary> summaries = row.summaries(samples);
    Summary larder = summaries.get(Candidate.LARDER);
    List<Double> reference = samples.of(row.metric()).get(row.reference());
    out.printf(
        LINE,
        row.title(),
        number(row.floor()),
        number(row.goal()),
        median(larder),
        larder == null
            ? ""
            : "(" + number(larder.lowerQuartile()) + " - " + number(larder.upperQuartile()) + ")",
        row.verdict(larder),
        median(summaries.get(Candidate.CACHE2K)),
        median(summaries.get(Candidate.CONCURRENT_HASH_MAP)),
        median(summaries.get(Candidate.CAFFEINE)),
        reference == null ? "-" : number(Summary.of(reference).median()));
  }

  private static String median(@Nullable Summary summary) {
    return summary == null ? "-" : number(summary.median());
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "-";
    }
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
