package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured: by metric and candidate, in the order of the rounds. */
public final class Samples {
  private static final String SEPARATOR = "\t";

  private final Map<String, Map<Candidate, List<Double>>> metrics = new LinkedHashMap<>();

  /** Creates an empty collection. */
  public Samples() {}

  /** Adds a sample. */
  public void add(String metric, Candidate candidate, double value) {
    metrics
        .computeIfAbsent(metric, m -> new EnumMap<>(Candidate.class))
        .computeIfAbsent(candidate, c -> new ArrayList<>())
        .add(value);
  }

  /** Returns the samples of a metric by candidate; those that took no part are missing. */
  public Map<Candidate, List<Double>> of(String metric) {
    return metrics.getOrDefault(metric, Map.of());
  }

  /** Returns the metrics by name. */
  public Map<String, Map<Candidate, List<Double>>> metrics() {
    return metrics;
  }

  /** Returns one line for each sample, for {@link #parse}. */
  List<String> toLines() {
    List<String> lines = new ArrayList<>();
    metrics.forEach(
        (metric, candidates) ->
            candidates.forEach(
                (candidate, values) ->
                    values.forEach(
                        value ->
                            lines.add(
                                String.join(
                                    SEPARATOR, metric, candidate.name(), value.toString())))));
    return lines;
  }

  static Samples parse(Iterable<String> lines) {
    Samples samples = new Samples();
    for (String line : lines) {
      String[] parts = line.split(SEPARATOR, -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("no sample: " + line);
      }
      samples.add(parts[0], Candidate.valueOf(parts[1]), Double.parseDouble(parts[2]));
    }
    return samples;
  }
}
