package dev.larder.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {
  private static final int MAXIMUM = 1 << 12;

  @ParameterizedTest
  @EnumSource
  void fill_everyCandidate_holdsWhatItLooksUp(Candidate candidate) {
    try (Stage stage = fill(candidate)) {
      Set<Long> present = new HashSet<>();
      for (long number = 0; number < MAXIMUM; number++) {
        Long key = stage.present(number);
        assertThat(stage.cache().get(key)).isEqualTo(key).isNotSameAs(key);
        present.add(key);
      }
      assertThat(stage.cache().count()).isEqualTo(present.size());
    }
  }

  @Test
  void hit_larder_findsEachKeyOnceALap() {
    try (Stage stage = fill(Candidate.LARDER)) {
      assertThat(LongStream.range(0, MAXIMUM).mapToObj(i -> Workload.HIT.operate(stage, i)))
          .doesNotHaveDuplicates()
          .doesNotContainNull();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "CONCURRENT_HASH_MAP", mode = EnumSource.Mode.EXCLUDE)
  void loadMiss_bounded_returnsANewValueEachTime(Candidate candidate) {
    try (Stage stage = fill(candidate)) {
      long begin = Stage.begin(0, MAXIMUM);
      assertThat(
              LongStream.range(begin, begin + 1_000)
                  .mapToObj(i -> Workload.LOAD_MISS.operate(stage, i)))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void replace_secondLap_storesAnotherValue(Candidate candidate) {
    try (Stage stage = fill(candidate)) {
      Long key = stage.present(7);
      Workload.REPLACE.operate(stage, 7);
      assertThat(stage.cache().get(key)).isSameAs(stage.value(7));
      Workload.REPLACE.operate(stage, 7 + MAXIMUM);
      assertThat(stage.cache().get(key)).isSameAs(stage.value(7 + MAXIMUM)).isNotEqualTo(key);
    }
  }

  @Test
  void insert_larder_staysAtCapacity() {
    try (Stage stage = fill(Candidate.LARDER)) {
      for (long i = 0; i < 1_000; i++) {
        Workload.INSERT.operate(stage, Stage.begin(0, MAXIMUM) + i);
      }
      assertThat(stage.cache().size()).isEqualTo(MAXIMUM);
    }
  }

  @Test
  void loop_misses_fails() {
    try (Stage stage = fill(Candidate.LARDER)) {
      for (long i = 0; i < MAXIMUM; i++) {
        Workload.INSERT.operate(stage, Stage.begin(0, MAXIMUM) + i);
      }
      Loop loop = new Loop(Workload.HIT, stage, 0);
      assertThatThrownBy(() -> loop.applyAsLong(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("operations miss");
    }
  }

  @ParameterizedTest
  @EnumSource
  void fill_everySupportedFeature_holds(Feature feature) {
    for (Candidate candidate : Candidate.values()) {
      if (candidate.supports(feature)) {
        try (Stage stage = Stage.fill(candidate, feature, MAXIMUM)) {
          assertThat(stage.cache().get(stage.present(0))).isEqualTo(stage.present(0));
        }
      }
    }
  }

  private static Stage fill(Candidate candidate) {
    return Stage.fill(candidate, Feature.PLAIN, MAXIMUM);
  }
}
