package dev.larder.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.benchmarks.workload.Candidate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasurementsTest {
  static Set<String> ids() {
    return Measurements.ids();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void run_everyMeasurement_givesEachCandidateAsManyFiniteSamples(String id) {
    Measurement measurement = Measurements.byId(id);

    Samples samples = smoke(measurement);

    samples
        .metrics()
        .forEach(
            (metric, values) -> {
              assertThat(values).containsOnlyKeys(measurement.candidates());
              assertThat(values.values().stream().map(List::size).distinct()).hasSize(1);
              assertThat(values.values().stream().flatMap(List::stream)).allMatch(Double::isFinite);
            });
    assertThat(samples.metrics().isEmpty()).isEqualTo(measurement.candidates().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void seconds_everyMeasurement_fullTakesNoLessThanQuick(String id) {
    Measurement measurement = Measurements.byId(id);

    assertThat(measurement.seconds(Plan.FULL))
        .isGreaterThanOrEqualTo(measurement.seconds(Plan.QUICK));
  }

  @Test
  void run_excess_larderHasNone() {
    Excess excess = new Excess("excess", 100, 4, List.of(Candidate.LARDER));

    assertThat(excess.run(Plan.SMOKE).of(Excess.ENTRIES).get(Candidate.LARDER))
        .containsExactly(0.0);
  }

  @Test
  void byId_unknown_isRefused() {
    assertThatThrownBy(() -> Measurements.byId("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
  }

  /** From some caches threads can be reached, and from them all of this JVM: it would take long. */
  private static Samples smoke(Measurement measurement) {
    return measurement instanceof Memory
        ? Fork.run(measurement, Plan.SMOKE)
        : measurement.run(Plan.SMOKE);
  }
}
