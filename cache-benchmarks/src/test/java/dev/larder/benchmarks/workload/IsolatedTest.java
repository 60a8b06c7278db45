package dev.larder.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class IsolatedTest {
  @Test
  void loop_twoCandidates_areOfDifferentClasses() throws IOException {
    try (Isolated first = isolated(Candidate.LARDER);
        Isolated second = isolated(Candidate.CAFFEINE)) {
      assertThat(first.loop(0).getClass())
          .isNotEqualTo(second.loop(0).getClass())
          .isNotEqualTo(Loop.class);
      assertThat(first.loop(0).getClass().getName()).isEqualTo(Loop.class.getName());
    }
  }

  @Test
  void loop_run_countsItsOperations() throws IOException {
    try (Isolated isolated = isolated(Candidate.CONCURRENT_HASH_MAP)) {
      assertThat(isolated.loop(0).applyAsLong(1)).isPositive();
    }
  }

  @Test
  void fill_unsupportedFeature_fails() {
    assertThatThrownBy(
            () -> Isolated.fill(Candidate.CACHE2K, Feature.ACCESS_EXPIRY, Workload.HIT, 16))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("cache2k does not support ACCESS_EXPIRY");
  }

  private static Isolated isolated(Candidate candidate) {
    return Isolated.fill(candidate, Feature.PLAIN, Workload.HIT, 16);
  }
}
