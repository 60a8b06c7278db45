package dev.larder.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/** How samples are compared with those of the reference in the same rounds. */
public enum Scale {
  /** How many times as fast (or as low) as the reference: reference / candidate, high is good. */
  TIMES_AS_FAST {
    @Override
    double compare(double candidate, double reference) {
      return reference / candidate;
    }

    @Override
    boolean reaches(double value, double target) {
      return value >= target;
    }
  },

  /** The share of what the reference takes: candidate / reference, low is good. */
  SHARE {
    @Override
    double compare(double candidate, double reference) {
      return candidate / reference;
    }

    @Override
    boolean reaches(double value, double target) {
      return value <= target;
    }
  },

  /** The figure itself, low is good. */
  ABSOLUTE {
    @Override
    double compare(double candidate, double reference) {
      return candidate;
    }

    @Override
    boolean reaches(double value, double target) {
      return value <= target;
    }
  };

  abstract double compare(double candidate, double reference);

  abstract boolean reaches(double value, double target);

  /** Compares round by round and summarizes the results. */
  Summary summarize(List<Double> candidate, List<Double> reference) {
    if (candidate.size() != reference.size()) {
      throw new IllegalArgumentException(
          candidate.size() + " samples cannot be paired with " + reference.size());
    }
    return Summary.of(
        IntStream.range(0, candidate.size())
            .mapToObj(round -> compare(candidate.get(round), reference.get(round)))
            .toList());
  }
}
