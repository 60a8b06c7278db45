package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Feature;
import dev.larder.benchmarks.workload.Stage;
import dev.larder.benchmarks.workload.Subject;
import java.util.List;
import org.openjdk.jol.info.GraphLayout;
import org.openjdk.jol.vm.VM;

/**
 * The bytes that a full cache takes for each entry, beside the keys and values themselves: all that
 * is reachable from the cache, less what is reachable from an empty one of the same kind that holds
 * one entry at most (threads, class loaders). What was allocated in advance is included.
 */
record Memory(String id, Feature feature, int maximum, List<Candidate> candidates)
    implements Measurement {
  static final String BYTES = "bytes";

  private static final double SECONDS = 5;

  @Override
  public Samples run(Plan plan) {
    Samples samples = new Samples();
    for (Candidate candidate : candidates) {
      samples.add(BYTES, candidate, bytesPerEntry(candidate, plan.entries(maximum)));
    }
    return samples;
  }

  private double bytesPerEntry(Candidate candidate, int entries) {
    long constant;
    try (Subject empty = candidate.create(1, feature)) {
      constant = GraphLayout.parseInstance(empty.cache()).totalSize();
    }
    try (Stage stage = Stage.fill(candidate, feature, entries)) {
      long full = GraphLayout.parseInstance(stage.cache().cache()).totalSize();
      long keyAndValue = 2 * VM.current().sizeOf(Long.valueOf(Long.MAX_VALUE));
      return (double) (full - constant) / stage.cache().count() - keyAndValue;
    }
  }

  @Override
  public double seconds(Plan plan) {
    return SECONDS;
  }
}
