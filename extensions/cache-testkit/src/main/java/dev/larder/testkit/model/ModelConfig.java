package dev.larder.testkit.model;

import dev.larder.cache.AccessExpiry;
import dev.larder.cache.Expiry;
import dev.larder.testkit.CacheSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One combination of the features of a cache. */
record ModelConfig(
    Bound bound,
    Expires expires,
    boolean jitters,
    boolean retains,
    boolean listens,
    boolean recordsStats) {
  static final long WRITE_NANOS = 40;
  static final long ACCESS_NANOS = 20;
  static final long RETAIN_NANOS = 25;
  static final double JITTER = 0.3;

  /** What bounds the cache. */
  enum Bound {
    NOTHING,
    SIZE,
    WEIGHT
  }

  /** What gives entries a time to live; CREATING, WRITING and READING are an {@link Expiry}. */
  enum Expires {
    NEVER,
    AFTER_WRITE,
    AFTER_ACCESS,
    AFTER_BOTH,
    CREATING,
    WRITING,
    READING
  }

  static List<ModelConfig> all() {
    List<ModelConfig> all = new ArrayList<>();
    for (Bound bound : Bound.values()) {
      for (Expires expires : Expires.values()) {
        for (int flags = 0; flags < 16; flags++) {
          all.add(
              new ModelConfig(
                  bound,
                  expires,
                  (flags & 1) != 0,
                  (flags & 2) != 0,
                  (flags & 4) != 0,
                  (flags & 8) != 0));
        }
      }
    }
    return all;
  }

  boolean isBounded() {
    return bound != Bound.NOTHING;
  }

  boolean hasExpiry() {
    return expires == Expires.CREATING || expires == Expires.WRITING || expires == Expires.READING;
  }

  boolean keepsNoTimes() {
    return expires == Expires.NEVER;
  }

  /** Returns true if there is a weigher or an expiry, which may be wrong. */
  boolean mayRefuse() {
    return bound == Bound.WEIGHT || hasExpiry();
  }

  long accessNanos() {
    return expires == Expires.AFTER_ACCESS || expires == Expires.AFTER_BOTH
        ? ACCESS_NANOS
        : Times.NEVER;
  }

  long writeNanos() {
    return expires == Expires.AFTER_WRITE || expires == Expires.AFTER_BOTH
        ? WRITE_NANOS
        : Times.NEVER;
  }

  long retainNanos() {
    return retains ? RETAIN_NANOS : 0;
  }

  CacheSpec<Integer, Token> spec(long maximum) {
    CacheSpec<Integer, Token> spec = new CacheSpec<>();
    switch (bound) {
      case NOTHING -> {}
      case SIZE -> spec.maximumSize(maximum);
      case WEIGHT -> spec.maximumWeight(maximum).weigher((key, token) -> token.weight());
    }
    if (writeNanos() != Times.NEVER) {
      spec.expireAfterWrite(Duration.ofNanos(writeNanos()));
    }
    if (accessNanos() != Times.NEVER) {
      spec.expireAfterAccess(Duration.ofNanos(accessNanos()));
    }
    if (hasExpiry()) {
      spec.expireAfter(expiry());
    }
    if (recordsStats) {
      spec.recordStats();
    }
    return spec.expiryJitter(jitters ? JITTER : 0).retainExpired(Duration.ofNanos(retainNanos()));
  }

  private Expiry<Integer, Token> expiry() {
    return switch (expires) {
      case CREATING -> Expiry.creating((key, token) -> Times.duration(token.timeToLive()));
      case READING -> new ReadingExpiry();
      default -> Expiry.writing((key, token) -> Times.duration(token.timeToLive()));
    };
  }

  private static final class ReadingExpiry implements AccessExpiry<Integer, Token> {
    @Override
    public Duration expireAfterCreate(Integer key, Token token) {
      return Times.duration(token.timeToLive());
    }

    @Override
    public Duration expireAfterRead(Integer key, Token token, Duration remaining) {
      return Times.duration(token.timeToLiveFromRead(Times.nanos(remaining)));
    }
  }
}
