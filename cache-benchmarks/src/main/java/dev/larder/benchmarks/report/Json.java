package dev.larder.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, strings, numbers and null as JSON. */
final class Json {
  private Json() {}

  static String write(@Nullable Object value) {
    return write(value, "\n");
  }

  private static String write(@Nullable Object value, String newLine) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(
              entry ->
                  quote(entry.getKey().toString()) + ": " + write(entry.getValue(), newLine + "  "))
          .collect(Collectors.joining("," + newLine + "  ", "{" + newLine + "  ", newLine + "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(element -> write(element, newLine + "  "))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Number number) {
      // JSON has no word for infinity.
      return Double.isFinite(number.doubleValue()) ? number.toString() : "null";
    }
    return value == null ? "null" : quote(value.toString());
  }

  private static String quote(String text) {
    return text.chars().mapToObj(Json::escape).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escape(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default ->
          character < ' ' ? String.format("\\u%04x", character) : String.valueOf((char) character);
    };
  }
}
