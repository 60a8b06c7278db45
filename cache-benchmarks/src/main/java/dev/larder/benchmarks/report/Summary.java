package dev.larder.benchmarks.report;

import java.util.List;

/** The middle half of some values. */
public record Summary(double lowerQuartile, double median, double upperQuartile) {

  /** Summarizes at least one value; between two neighbours a quantile is interpolated. */
  public static Summary of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    List<Double> sorted = values.stream().sorted().toList();
    return new Summary(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  private static double quantile(List<Double> sorted, double share) {
    double position = share * (sorted.size() - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.size() - 1);
    double fraction = position - below;
    return sorted.get(below) * (1 - fraction) + sorted.get(above) * fraction;
  }
}
