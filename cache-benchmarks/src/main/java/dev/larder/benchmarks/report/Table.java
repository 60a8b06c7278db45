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
    out.println();
    out.println(
        "Where Caffeine has 1.00: medians of the ratios to it, round by round. Times and latencies: how many");
    out.println(
        "times as fast as Caffeine; high is good. Bytes per entry: the share of Caffeine's; low is good.");
    out.println(
        "In the rows against CHM it has the 1.00. All others: the figures themselves; low is good.");
    out.println("Last column: Caffeine's own figure, ns or bytes, the median of the rounds.");
    out.flush();
  }

  private static void print(Row row, Samples samples, PrintWriter out) {
    Map<Candidate, Summary> summaries = row.summaries(samples);
    Summary larder = summaries.get(Candidate.LARDER);
    List<Double> caffeine = samples.of(row.metric()).get(Candidate.CAFFEINE);
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
        caffeine == null ? "-" : number(Summary.of(caffeine).median()));
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
