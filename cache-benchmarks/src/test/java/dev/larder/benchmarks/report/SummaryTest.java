package dev.larder.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void of_oddNumber_takesTheValuesThemselves() {
    assertThat(Summary.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0))).isEqualTo(new Summary(2, 3, 4));
  }

  @Test
  void of_evenNumber_interpolates() {
    assertThat(Summary.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Summary(1.75, 2.5, 3.25));
  }

  @Test
  void of_oneValue_isThatValue() {
    assertThat(Summary.of(List.of(7.0))).isEqualTo(new Summary(7, 7, 7));
  }

  @Test
  void of_nothing_isRefused() {
    assertThatThrownBy(() -> Summary.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
