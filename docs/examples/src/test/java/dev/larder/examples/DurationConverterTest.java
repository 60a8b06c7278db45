package dev.larder.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @Test
  void convert_units_addsThemUp() {
    assertThat(converter.convert("30s")).isEqualTo(Duration.ofSeconds(30));
    assertThat(converter.convert("10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(converter.convert("1h30m")).isEqualTo(Duration.ofMinutes(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "soon", "10 m", "99999999999999999999h"})
  void convert_anythingElse_isRefusedWithAnExample(String value) {
    assertThatThrownBy(() -> converter.convert(value))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + value + "' is no duration such as 30s, 10m or 1h30m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30s", "10m", "1h30m", "0.5s"})
  void format_ofConverted_isTheSameText(String value) {
    assertThat(DurationConverter.format(converter.convert(value))).isEqualTo(value);
  }
}
