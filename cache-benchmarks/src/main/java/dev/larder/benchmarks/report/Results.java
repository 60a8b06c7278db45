package dev.larder.benchmarks.report;

import dev.larder.benchmarks.measure.Samples;
import dev.larder.benchmarks.workload.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results as a file for programs: the machine, each row, and each metric that was measured. */
public final class Results {
  private Results() {}

  /** Returns JSON. */
  public static String write(
      Map<String, Object> circumstances, List<Row> rows, Map<String, Samples> measured) {
    Map<String, Object> file = new LinkedHashMap<>(circumstances);
    List<Object> written = new ArrayList<>();
    for (Row row : rows) {
      written.add(row(row, measured.getOrDefault(row.measurement(), new Samples())));
    }
    file.put("rows", written);
    Map<String, Object> measurements = new LinkedHashMap<>();
    measured.forEach((id, samples) -> measurements.put(id, measurement(samples)));
    file.put("measurements", measurements);
    return Json.write(file) + "\n";
  }

  private static Map<String, @Nullable Object> row(Row row, Samples samples) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    Map<Candidate, Summary> summaries = row.summaries(samples);
    written.put("row", row.title());
    written.put("measurement", row.measurement());
    written.put("metric", row.metric());
    written.put("scale", row.scale());
    written.put("reference", row.reference());
    written.put("floor", row.floor());
    written.put("goal", row.goal());
    written.put("verdict", row.verdict(summaries.get(Candidate.LARDER)));
    Map<String, Object> candidates = new LinkedHashMap<>();
    summaries.forEach((candidate, summary) -> candidates.put(candidate.name(), map(summary)));
    written.put("candidates", candidates);
    return written;
  }

  private static Map<String, Object> measurement(Samples samples) {
    Map<String, Object> written = new LinkedHashMap<>();
    samples
        .metrics()
        .forEach(
            (metric, candidates) -> {
              Map<String, Object> figures = new LinkedHashMap<>();
              candidates.forEach((candidate, values) -> figures.put(candidate.name(), map(values)));
              written.put(metric, figures);
            });
    return written;
  }

  private static Map<String, Object> map(List<Double> values) {
    Map<String, Object> figures = map(Summary.of(values));
    figures.put("mean", values.stream().mapToDouble(value -> value).average().orElseThrow());
    figures.put("samples", values.size());
    return figures;
  }

  private static Map<String, Object> map(Summary summary) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("lowerQuartile", summary.lowerQuartile());
    figures.put("median", summary.median());
    figures.put("upperQuartile", summary.upperQuartile());
    return figures;
  }
}
