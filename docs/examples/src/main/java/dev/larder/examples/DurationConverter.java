package dev.larder.examples;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as 30s, 10m and 1h30m; ISO-8601 without its "PT". */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String value) {
    try {
      return Duration.parse("PT" + value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + value + "' is no duration such as 30s, 10m or 1h30m");
    }
  }

  /** Returns the text that {@link #convert} reads as this duration. */
  static String format(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
