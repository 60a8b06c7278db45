package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Feature;
import dev.larder.benchmarks.workload.Stage;
import dev.larder.benchmarks.workload.Subject;
import java.util.List;
import org.openjdk.jol.info.GraphLayout;
import org.openjdk.jol.vm.VM;

/**
 * The bytes that a full cache takes for each entry, beside the keys and values themselves: how much
 * more is reachable from a large one than from a small one, both full, divided by how many more
 * entries it has. What was allocated in advance is included; threads and class loaders, which are
 * reachable from some caches, cancel out.
 */
record Memory(String id, Feature feature, int maximum, List<Candidate> candidates)
    implements Measurement {
  static final String BYTES = "bytes";

  static {
    // JOL reads it once, and without it refuses to look into lambdas.
    System.setProperty("jol.magicFieldOffset", "true");
  }

  private static final int PARTS = 4;
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
    Footprint small = footprint(candidate, entries / PARTS);
    Footprint large = footprint(candidate, entries);
    long keyAndValue = 2 * VM.current().sizeOf(Long.valueOf(Long.MAX_VALUE));
    return (double) (large.bytes - small.bytes) / (large.entries - small.entries) - keyAndValue;
  }

  private Footprint footprint(Candidate candidate, int entries) {
    try (Stage stage = Stage.fill(candidate, feature, entries)) {
      Subject cache = stage.cache();
      return new Footprint(GraphLayout.parseInstance(cache.cache()).totalSize(), cache.count());
    }
  }

  @Override
  public double seconds(Plan plan) {
    return SECONDS;
  }

  private record Footprint(long bytes, long entries) {}
}
