package dev.larder.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The nanoseconds per operation of each candidate under one workload, round by round. */
final class Scores {
  private final Map<Candidate, List<Double>> rounds = new EnumMap<>(Candidate.class);

  void add(Candidate candidate, double nanos) {
    rounds.computeIfAbsent(candidate, c -> new ArrayList<>()).add(nanos);
  }

  /** Returns the median as text; a dash for a candidate that did not take part. */
  String median(Candidate candidate) {
    List<Double> nanos = rounds.get(candidate);
    return nanos == null ? "-" : String.format(Locale.ROOT, "%.1f", median(nanos));
  }

  /**
   * Returns how many times as fast as Caffeine Larder is: the median of the ratios within each
   * round, since what disturbs a machine disturbs neighbours alike, and the lowest and the highest.
   */
  String ratio() {
    List<Double> larder = rounds.getOrDefault(Candidate.LARDER, List.of());
    List<Double> caffeine = rounds.getOrDefault(Candidate.CAFFEINE, List.of());
    List<Double> ratios =
        IntStream.range(0, larder.size())
            .mapToObj(round -> caffeine.get(round) / larder.get(round))
            .sorted()
            .toList();
    return String.format(
        Locale.ROOT,
        "%.2f  (%.2f to %.2f)",
        median(ratios),
        ratios.get(0),
        ratios.get(ratios.size() - 1));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
