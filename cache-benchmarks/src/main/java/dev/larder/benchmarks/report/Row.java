package dev.larder.benchmarks.report;

import dev.larder.benchmarks.measure.Samples;
import dev.larder.benchmarks.workload.Candidate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the report: a metric of a measurement, and what Larder has to reach. */
public record Row(
    String title,
    String measurement,
    String metric,
    Scale scale,
    Candidate reference,
    @Nullable Double floor,
    @Nullable Double goal) {

  /** Returns the summary of each candidate that took part, beside the reference where it did. */
  public Map<Candidate, Summary> summaries(Samples samples) {
    Map<Candidate, List<Double>> values = samples.of(metric);
    Map<Candidate, Summary> summaries = new EnumMap<>(Candidate.class);
    List<Double> paired = values.get(reference);
    if (paired != null) {
      values.forEach((candidate, own) -> summaries.put(candidate, scale.summarize(own, paired)));
    }
    return summaries;
  }

  /** Says whether a figure of Larder's reaches the goal, the floor, or less. */
  public Verdict verdict(@Nullable Summary larder) {
    if (larder == null || floor == null || goal == null) {
      return Verdict.NONE;
    }
    if (scale.reaches(larder.median(), goal)) {
      return Verdict.GOAL;
    }
    return scale.reaches(larder.median(), floor) ? Verdict.FLOOR : Verdict.BELOW;
  }

  /** What a figure is worth. */
  public enum Verdict {
    /** There is no figure or no target. */
    NONE("-"),
    /** The goal is reached. */
    GOAL("goal"),
    /** The floor is reached. */
    FLOOR("floor"),
    /** It is worse than the floor. */
    BELOW("BELOW");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
