package dev.larder.benchmarks.report;

import static dev.larder.benchmarks.workload.Candidate.CACHE2K;
import static dev.larder.benchmarks.workload.Candidate.CAFFEINE;
import static dev.larder.benchmarks.workload.Candidate.LARDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.benchmarks.measure.Measurements;
import dev.larder.benchmarks.measure.Samples;
import dev.larder.benchmarks.report.Row.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTest {
  @Test
  void summaries_drift_cancelsInPairs() {
    Samples samples = new Samples();
    for (double drift : List.of(1.0, 10.0, 100.0)) {
      samples.add("ns", LARDER, 2 * drift);
      samples.add("ns", CAFFEINE, 6 * drift);
    }

    assertThat(row(Scale.TIMES_AS_FAST).summaries(samples))
        .containsEntry(LARDER, new Summary(3, 3, 3))
        .containsEntry(CAFFEINE, new Summary(1, 1, 1))
        .doesNotContainKey(CACHE2K);
  }

  @Test
  void summaries_withoutReference_areNone() {
    Samples samples = new Samples();
    samples.add("ns", LARDER, 1);

    assertThat(row(Scale.TIMES_AS_FAST).summaries(samples)).isEmpty();
  }

  @Test
  void summaries_roundsThatDoNotPair_areRefused() {
    Samples samples = new Samples();
    samples.add("ns", LARDER, 1);
    samples.add("ns", LARDER, 1);
    samples.add("ns", CAFFEINE, 1);

    assertThatThrownBy(() -> row(Scale.SHARE).summaries(samples))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"TIMES_AS_FAST, 3", "SHARE, 0.25", "ABSOLUTE, 2"})
  void summaries_everyScale_compares(Scale scale, double expected) {
    Samples samples = new Samples();
    samples.add("ns", LARDER, 2);
    samples.add("ns", CAFFEINE, scale == Scale.TIMES_AS_FAST ? 6 : 8);

    assertThat(row(scale).summaries(samples).get(LARDER).median()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMES_AS_FAST, 2, 4, 1.9, BELOW",
    "TIMES_AS_FAST, 2, 4, 2.0, FLOOR",
    "TIMES_AS_FAST, 2, 4, 4.0, GOAL",
    "SHARE, 0.7, 0.5, 0.8, BELOW",
    "SHARE, 0.7, 0.5, 0.7, FLOOR",
    "ABSOLUTE, 0, 0, 1, BELOW",
    "ABSOLUTE, 0, 0, 0, GOAL",
    "SHARE, , , 0.7, NONE"
  })
  void verdict_figure_isHeldToTheTargets(
      Scale scale, Double floor, Double goal, double median, Verdict expected) {
    Row row = new Row("title", "measurement", "ns", scale, CAFFEINE, floor, goal);

    assertThat(row.verdict(new Summary(median, median, median))).isEqualTo(expected);
  }

  @Test
  void verdict_nothingMeasured_isNone() {
    assertThat(row(Scale.SHARE).verdict(null)).isEqualTo(Verdict.NONE);
  }

  @Test
  void rows_all_haveTitlesOfTheirOwnAndUseEveryMeasurement() {
    assertThat(Rows.ALL).extracting(Row::title).doesNotHaveDuplicates();
    assertThat(Rows.ALL)
        .extracting(Row::measurement)
        .containsAll(Measurements.ids())
        .isSubsetOf(Measurements.ids());
  }

  private static Row row(Scale scale) {
    return new Row("title", "measurement", "ns", scale, CAFFEINE, 1.0, 2.0);
  }
}
