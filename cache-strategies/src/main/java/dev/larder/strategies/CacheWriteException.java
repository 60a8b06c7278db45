package dev.larder.strategies;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A write failed; its cause is what the source threw. A source's {@code writeAll} or {@code
 * deleteAll} throws one to report per key.
 */
public class CacheWriteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // as serializable as the user's keys are
  private final Map<?, Outcome> outcomes;

  /** What became of the write of one key. */
  public enum Outcome {
    /** The source has it, and so has the cache. */
    WRITTEN,
    /** The source certainly does not have it; the cache is unchanged. */
    REJECTED,
    /** Nobody knows; the key was invalidated. */
    UNKNOWN
  }

  /**
   * Creates an exception that reports per key; keys that are left out are {@link Outcome#UNKNOWN}.
   *
   * @param cause what went wrong
   */
  public CacheWriteException(Map<?, Outcome> outcomes, Throwable cause) {
    super("could not write " + described(outcomes) + ": " + cause, cause);
    this.outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  static CacheWriteException all(Collection<?> keys, Outcome outcome, Throwable cause) {
    Map<Object, Outcome> outcomes = new LinkedHashMap<>();
    keys.forEach(key -> outcomes.put(key, outcome));
    return new CacheWriteException(outcomes, cause);
  }

  private static String described(Map<?, Outcome> outcomes) {
    return Keys.named(
        outcomes.entrySet().stream()
            .filter(entry -> entry.getValue() != Outcome.WRITTEN)
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .toList());
  }

  /** Returns what became of a key; {@link Outcome#UNKNOWN} if that was not reported. */
  public Outcome outcomeOf(Object key) {
    Outcome outcome = outcomes.get(Objects.requireNonNull(key, "key"));
    return outcome == null ? Outcome.UNKNOWN : outcome;
  }
}
