package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Feature;
import dev.larder.benchmarks.workload.Stage;
import java.util.List;

/**
 * The latencies of puts at capacity, in a race. One class loader does for all: what matters here is
 * far above the cost of a call.
 */
record Latency(String id, int maximum, int threads, List<Candidate> candidates)
    implements Measurement {
  @Override
  public Samples run(Plan plan) {
    int entries = plan.entries(maximum);
    try (Crew crew = new Crew(threads)) {
      List<Lane> lanes =
          candidates.stream()
              .<Lane>map(
                  candidate ->
                      new LatencyLane(
                          candidate,
                          Stage.fill(candidate, Feature.PLAIN, entries),
                          entries,
                          threads,
                          crew))
              .toList();
      return new Race(lanes, plan).run();
    }
  }

  @Override
  public double seconds(Plan plan) {
    return plan.raceSeconds(candidates.size());
  }
}
