package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import java.util.Map;

/** One candidate in a {@link Race}. */
interface Lane {
  Candidate candidate();

  /** Runs for that long and returns a sample of each metric. */
  Map<String, Double> slice(long nanos);
}
