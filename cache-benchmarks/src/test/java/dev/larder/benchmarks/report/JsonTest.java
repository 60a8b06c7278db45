package dev.larder.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void write_nested_isIndented() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("list", Arrays.asList(1, 2.5, null, "x"));
    map.put("map", Map.of("key", true));

    assertThat(Json.write(map))
        .isEqualTo(
            """
            {
              "list": [1, 2.5, null, "x"],
              "map": {
                "key": "true"
              }
            }""");
  }

  @Test
  void write_quotesAndControls_areEscaped() {
    assertThat(Json.write("a\"b\\c\nd")).isEqualTo("\"a\\\"b\\\\c\\u000ad\"");
  }

  @Test
  void write_notFinite_isNull() {
    assertThat(Json.write(List.of(Double.NaN, Double.POSITIVE_INFINITY))).isEqualTo("[null, null]");
  }

  @Test
  void write_empty_isEmpty() {
    assertThat(Json.write(List.of())).isEqualTo("[]");
    assertThat(Json.write(Map.of())).isEqualToIgnoringWhitespace("{}");
  }
}
