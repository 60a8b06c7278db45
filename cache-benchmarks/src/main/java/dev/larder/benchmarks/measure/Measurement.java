package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import java.util.List;

/** Something that is measured in a JVM of its own, all candidates in the same one. */
public interface Measurement {
  /** Returns the name, which no other measurement has. */
  String id();

  /** Returns who takes part. */
  List<Candidate> candidates();

  /** Measures; round by round if it takes rounds: the n-th samples of a metric belong together. */
  Samples run(Plan plan);

  /** Returns about how long it takes. */
  double seconds(Plan plan);
}
