package dev.larder.benchmarks.measure;

import static dev.larder.benchmarks.workload.Candidate.CAFFEINE;
import static dev.larder.benchmarks.workload.Candidate.LARDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.benchmarks.workload.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkTest {
  @Test
  void run_measurement_bringsItsSamplesBack() {
    Samples samples = Fork.run(Measurements.byId("hit 64K exact clock"), Plan.SMOKE);

    assertThat(samples.of(ThroughputLane.NANOS)).containsOnlyKeys(LARDER, CAFFEINE);
    assertThat(samples.of(ThroughputLane.NANOS).get(LARDER)).hasSize(Plan.SMOKE.rounds());
  }

  @Test
  void run_childThatFails_fails() {
    assertThatThrownBy(() -> Fork.run(new Unknown(List.of(LARDER)), Plan.SMOKE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("unknown ended with status 1");
  }

  @Test
  void run_noCandidates_measuresNothing() {
    assertThat(Fork.run(new Unknown(List.of()), Plan.SMOKE).metrics()).isEmpty();
  }

  private record Unknown(List<Candidate> candidates) implements Measurement {
    @Override
    public String id() {
      return "unknown";
    }

    @Override
    public Samples run(Plan plan) {
      throw new AssertionError("the child does not know it");
    }

    @Override
    public double seconds(Plan plan) {
      return 0;
    }
  }
}
