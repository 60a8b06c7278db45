package dev.larder.benchmarks.measure;

import static dev.larder.benchmarks.workload.Candidate.CAFFEINE;
import static dev.larder.benchmarks.workload.Candidate.LARDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void parse_ownLines_givesTheSameSamples() {
    Samples samples = new Samples();
    samples.add("ns", LARDER, 1.5);
    samples.add("ns", CAFFEINE, 1e-9);
    samples.add("ns", LARDER, 2);
    samples.add("p99.9 ns", LARDER, 1e12);

    Samples parsed = Samples.parse(samples.toLines());

    assertThat(parsed.metrics()).isEqualTo(samples.metrics());
    assertThat(parsed.of("ns").get(LARDER)).containsExactly(1.5, 2.0);
  }

  @Test
  void parse_otherOutput_isRefused() {
    assertThatThrownBy(() -> Samples.parse(List.of("hello")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no sample: hello");
  }
}
