package dev.larder.benchmarks.measure;

import static dev.larder.benchmarks.workload.Candidate.CAFFEINE;
import static dev.larder.benchmarks.workload.Candidate.LARDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.benchmarks.report.Row;
import dev.larder.benchmarks.report.Scale;
import dev.larder.benchmarks.workload.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

class RaceTest {
  private static final Row ROW =
      new Row("title", "measurement", "ns", Scale.TIMES_AS_FAST, CAFFEINE, 2.0, 4.0);

  @Test
  void run_slowCandidate_hasALowRatio() {
    assertThat(ratio(2_000, 20)).isLessThan(0.5);
  }

  @Test
  void run_fastCandidate_hasAHighRatio() {
    assertThat(ratio(20, 2_000)).isGreaterThan(2);
  }

  @Test
  void run_everyRound_givesEachLaneTheSameTimeOnce() {
    List<Long> larder = new ArrayList<>();
    List<Long> caffeine = new ArrayList<>();

    Samples samples =
        new Race(List.of(recording(LARDER, larder), recording(CAFFEINE, caffeine)), Plan.SMOKE)
            .run();

    assertThat(larder).isEqualTo(caffeine).hasSizeGreaterThan(Plan.SMOKE.rounds());
    assertThat(samples.of("ns").get(LARDER)).hasSize(Plan.SMOKE.rounds());
  }

  private static double ratio(int larderTokens, int caffeineTokens) {
    try (Crew crew = new Crew(1)) {
      Lane larder = new ThroughputLane(LARDER, List.of(burner(larderTokens)), crew);
      Lane caffeine = new ThroughputLane(CAFFEINE, List.of(burner(caffeineTokens)), crew);
      Samples samples = new Race(List.of(larder, caffeine), Plan.SMOKE).run();
      return ROW.summaries(samples).get(LARDER).median();
    }
  }

  private static LongUnaryOperator burner(int tokens) {
    return nanos -> {
      long end = System.nanoTime() + nanos;
      long operations = 0;
      do {
        Blackhole.consumeCPU(tokens);
        operations++;
      } while (System.nanoTime() - end < 0);
      return operations;
    };
  }

  private static Lane recording(Candidate candidate, List<Long> slices) {
    return new Lane() {
      @Override
      public Candidate candidate() {
        return candidate;
      }

      @Override
      public Map<String, Double> slice(long nanos) {
        slices.add(nanos);
        return Map.of("ns", 1.0);
      }
    };
  }
}
