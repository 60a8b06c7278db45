package dev.larder.testkit.model;

import org.jspecify.annotations.Nullable;

/** Makes slots as weigher, expiry and options say. */
final class Drafting {
  private final ModelConfig config;

  Drafting(ModelConfig config) {
    this.config = config;
  }

  /**
   * Makes the slot of a value that is as old as {@code start}.
   *
   * @param old the live value that is replaced, if any
   * @throws IllegalArgumentException if weigher or expiry are wrong
   */
  Slot configured(Token value, @Nullable Slot old, long start, long now) {
    int weight = weigh(value);
    if (!config.hasExpiry()) {
      return new Slot(
          value,
          weight,
          start,
          Times.plus(start, config.writeNanos()),
          Times.plus(now, config.accessNanos()),
          slack(config.writeNanos()),
          false);
    }
    if (old != null && config.expires() == ModelConfig.Expires.CREATING) {
      long deadline = Times.plus(old.deadline(), start - now);
      return new Slot(value, weight, start, deadline, Times.NEVER, 0, false);
    }
    long timeToLive = checked(value.timeToLive());
    boolean reading = config.expires() == ModelConfig.Expires.READING;
    long deadline = Times.plus(start, timeToLive);
    return new Slot(
        value,
        weight,
        start,
        reading ? Times.NEVER : deadline,
        reading ? deadline : Times.NEVER,
        slack(timeToLive),
        reading);
  }

  /** Makes the slot of a value with a time to live of its own. */
  Slot explicit(Token value, long timeToLive, long start, long now) {
    return new Slot(
        value,
        weigh(value),
        start,
        Times.plus(start, checked(timeToLive)),
        Times.plus(now, config.accessNanos()),
        0,
        false);
  }

  /** Makes the slot of a known absence. */
  Slot absent(long timeToLive, long start) {
    long deadline = Times.plus(start, checked(timeToLive));
    return new Slot(null, 1, start, deadline, Times.NEVER, 0, false);
  }

  private long slack(long timeToLive) {
    return !config.jitters() || timeToLive == Times.NEVER
        ? 0
        : (long) (timeToLive * ModelConfig.JITTER);
  }

  private int weigh(Token value) {
    int weight = config.bound() == ModelConfig.Bound.WEIGHT ? value.weight() : 1;
    if (weight < 0) {
      throw new IllegalArgumentException("weight " + weight);
    }
    return weight;
  }

  private static long checked(long timeToLive) {
    if (timeToLive < 0) {
      throw new IllegalArgumentException("time to live " + timeToLive);
    }
    return timeToLive;
  }
}
