package dev.larder.cache;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link CacheBuilder#from} specifications. */
final class CacheSpecParser {
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d+)(ns|us|ms|s|m|h|d)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ns", ChronoUnit.NANOS,
          "us", ChronoUnit.MICROS,
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private CacheSpecParser() {}

  static CacheBuilder<Object, Object> parse(String spec) {
    Objects.requireNonNull(spec, "spec");
    CacheBuilder<Object, Object> builder = new CacheBuilder<>();
    if (spec.isBlank()) {
      return builder;
    }
    for (String part : spec.split(",", -1)) {
      int equals = part.indexOf('=');
      String option = (equals < 0 ? part : part.substring(0, equals)).strip();
      String value = equals < 0 ? "" : part.substring(equals + 1).strip();
      try {
        set(builder, option, value);
      } catch (IllegalArgumentException | DateTimeParseException e) {
        throw new IllegalArgumentException(
            "cannot read '" + part.strip() + "' in the cache specification '" + spec + "'", e);
      }
    }
    return builder;
  }

  private static void set(CacheBuilder<Object, Object> builder, String option, String value) {
    switch (option) {
      case "name" -> builder.name(value);
      case "initialCapacity" -> builder.initialCapacity(Integer.parseInt(value));
      case "maximumSize" -> builder.maximumSize(Long.parseLong(value));
      case "maximumWeight" -> builder.maximumWeight(Long.parseLong(value));
      case "expireAfterWrite" -> builder.expireAfterWrite(duration(value));
      case "expireAfterAccess" -> builder.expireAfterAccess(duration(value));
      case "retainExpired" -> builder.retainExpired(duration(value));
      case "expiryJitter" -> builder.expiryJitter(Double.parseDouble(value));
      case "recordStats" -> {
        if (!value.isEmpty()) {
          throw new IllegalArgumentException("recordStats takes no value, but has " + value);
        }
        builder.recordStats();
      }
      default -> throw new IllegalArgumentException("unknown option '" + option + "'");
    }
  }

  private static Duration duration(String value) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(value.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Duration.parse(value);
    }
    try {
      return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("out of range: " + value, e);
    }
  }
}
