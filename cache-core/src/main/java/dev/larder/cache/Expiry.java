package dev.larder.cache;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Gives each entry its own time to live. It is called by the writing thread before the write takes
 * effect, with no lock held and possibly more than once when writers race; what it throws reaches
 * the writer and nothing is stored. Negative durations fail with {@link IllegalArgumentException};
 * zero means expired at once; huge ones saturate.
 *
 * @see AccessExpiry
 */
public interface Expiry<K, V> {

  /**
   * Returns how long a new entry lives, from its write (for loaded values: from the load's start).
   */
  Duration expireAfterCreate(K key, V value);

  /**
   * Returns how long an entry lives whose value is replaced.
   *
   * @param remaining what was left of the time to live of the value that is replaced
   */
  default Duration expireAfterUpdate(K key, V value, Duration remaining) {
    return expireAfterCreate(key, value);
  }

  /** Returns an expiry that is asked at creation only: an update keeps what was left. */
  static <K, V> Expiry<K, V> creating(
      BiFunction<? super K, ? super V, ? extends Duration> timeToLive) {
    Objects.requireNonNull(timeToLive, "timeToLive");
    return new Expiry<>() {
      @Override
      public Duration expireAfterCreate(K key, V value) {
        return timeToLive.apply(key, value);
      }

      @Override
      public Duration expireAfterUpdate(K key, V value, Duration remaining) {
        return remaining;
      }
    };
  }

  /** Returns an expiry that is asked at every write, creation and update alike. */
  static <K, V> Expiry<K, V> writing(
      BiFunction<? super K, ? super V, ? extends Duration> timeToLive) {
    Objects.requireNonNull(timeToLive, "timeToLive");
    return timeToLive::apply;
  }
}
