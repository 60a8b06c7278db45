package dev.larder.strategies;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A load failed. Each caller gets an exception of its own, whose cause is what the source threw;
 * the failures of further keys are suppressed exceptions. A source's {@code loadAll} throws one to
 * report per key: what it has loaded is kept, keys in neither map have failed with this exception
 * itself.
 */
public class CacheLoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // as serializable as the user's keys and values are
  private final Map<?, ?> loaded;

  @SuppressWarnings("serial")
  private final Map<?, Throwable> failures;

  /**
   * Creates an exception that reports per key.
   *
   * @param loaded the values that were loaded
   * @param failures why each failed key has failed
   */
  public CacheLoadException(Map<?, ?> loaded, Map<?, ? extends Throwable> failures) {
    super(message(failures), failures.values().stream().findFirst().orElse(null));
    this.loaded = Collections.unmodifiableMap(new LinkedHashMap<>(loaded));
    this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    failures.values().stream()
        .distinct()
        .filter(failure -> failure != getCause())
        .forEach(this::addSuppressed);
  }

  static CacheLoadException of(Object key, Throwable failure) {
    return new CacheLoadException(Map.of(), Map.of(key, failure));
  }

  private static String message(Map<?, ? extends Throwable> failures) {
    return "could not load "
        + Keys.named(failures.keySet())
        + failures.values().stream().findFirst().map(failure -> ": " + failure).orElse("");
  }

  /** Returns the values that are there all the same, in a bulk load; unmodifiable. */
  public Map<?, ?> loaded() {
    return loaded;
  }

  /** Returns why each failed key has failed; unmodifiable. */
  public Map<?, Throwable> failures() {
    return failures;
  }
}
