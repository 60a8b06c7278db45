package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Feature;
import dev.larder.benchmarks.workload.Isolated;
import dev.larder.benchmarks.workload.Workload;
import java.util.List;
import java.util.stream.IntStream;

/** How many operations a second each candidate does, in a race. */
record Throughput(
    String id,
    Workload workload,
    Feature feature,
    int maximum,
    int threads,
    List<Candidate> candidates)
    implements Measurement {
  /** Filling a million entries takes a second or more. */
  private static final double FILL_SECONDS_PER_ENTRY = 2e-6;

  @Override
  public Samples run(Plan plan) {
    try (Crew crew = new Crew(threads)) {
      List<Lane> lanes = candidates.stream().map(candidate -> lane(candidate, crew, plan)).toList();
      return new Race(lanes, plan).run();
    }
  }

  private Lane lane(Candidate candidate, Crew crew, Plan plan) {
    Isolated isolated = Isolated.fill(candidate, feature, workload, plan.entries(maximum));
    return new ThroughputLane(
        candidate, IntStream.range(0, threads).mapToObj(isolated::loop).toList(), crew);
  }

  @Override
  public double seconds(Plan plan) {
    return plan.raceSeconds(candidates.size())
        + candidates.size() * maximum * FILL_SECONDS_PER_ENTRY;
  }
}
