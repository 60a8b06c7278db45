package dev.larder.testkit.soak;

import dev.larder.cache.CacheBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One configuration of the soak.
 *
 * @param segments 0 for as many as the cache takes by itself
 * @param maximum -1 if there is none
 * @param heaviest the weight of the heaviest value; 1 in a cache without a weigher
 * @param ttl how long a value lives at most; null if the cache has no time to live
 */
record Phase(
    String name,
    int segments,
    int keys,
    long maximum,
    int heaviest,
    Duration ttl,
    UnaryOperator<CacheBuilder<Integer, Value>> options,
    Set<Trait> traits) {

  /** What else happens. */
  enum Trait {
    /** The ticker is moved by a thread of its own. */
    FAKE_TICKER,
    /** Values may expire. */
    EXPIRES,
    /** Some writes bring their own time to live. */
    EXPLICIT_TTL,
    /** Keys are computed, which keeps loads of them from being stored without being discarded. */
    COMPUTES,
    /** Absences are published. */
    ABSENCES,
    /** Everything is invalidated now and then. */
    CLEARS,
    /** The maximum moves up and down. */
    RESIZES
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  boolean expires() {
    return has(Trait.EXPIRES) || has(Trait.EXPLICIT_TTL);
  }

  boolean isBounded() {
    return maximum >= 0;
  }

  boolean weighs() {
    return heaviest > 1;
  }

  CacheBuilder<Integer, Value> builder() {
    CacheBuilder<Integer, Value> builder = new CacheBuilder<Integer, Value>().recordStats();
    if (weighs()) {
      builder.maximumWeight(maximum).weigher((key, value) -> value.weight);
    } else if (isBounded()) {
      builder.maximumSize(maximum);
    }
    return options.apply(builder);
  }

  private static Phase of(
      String name,
      int keys,
      long maximum,
      int heaviest,
      UnaryOperator<CacheBuilder<Integer, Value>> options,
      Trait... traits) {
    return new Phase(name, 0, keys, maximum, heaviest, null, options, Set.of(traits));
  }

  private Phase ttl(Duration timeToLive) {
    UnaryOperator<CacheBuilder<Integer, Value>> all =
        builder -> options.apply(builder).expireAfterWrite(timeToLive);
    return new Phase(name, segments, keys, maximum, heaviest, timeToLive, all, traits);
  }

  private Phase segments(int count) {
    String fullName = name + ", " + (count == 0 ? "default" : count) + " segments";
    return new Phase(fullName, count, keys, maximum, heaviest, ttl, options, traits);
  }

  /** All configurations, each with one segment, with four, and with as many as it likes. */
  static List<Phase> rotation() {
    return configurations().stream()
        .flatMap(phase -> List.of(4, 0, 1).stream().map(phase::segments))
        .toList();
  }

  private static List<Phase> configurations() {
    Duration millisecond = Duration.ofMillis(1);
    return List.of(
        of("maximum 1", 4, 1, 1, b -> b, Trait.CLEARS),
        of("maximum 0 to 60", 100, 40, 1, b -> b, Trait.RESIZES, Trait.ABSENCES, Trait.COMPUTES),
        of("maximum 0 to 60, loads", 100, 40, 1, b -> b, Trait.RESIZES),
        of("maximum 10,000", 20_000, 10_000, 1, b -> b.initialCapacity(1), Trait.CLEARS),
        of("weights", 500, 1_000, 10, b -> b, Trait.RESIZES, Trait.COMPUTES),
        of("many weights", 20_000, 30_000, 10, b -> b.initialCapacity(1), Trait.CLEARS),
        of("unbounded", 50_000, -1, 1, b -> b.initialCapacity(1), Trait.CLEARS, Trait.ABSENCES),
        of("explicit ttl", 2_000, 1_000, 1, b -> b, Trait.EXPLICIT_TTL, Trait.CLEARS),
        of("write expiry", 2_000, 1_000, 1, b -> b, Trait.EXPIRES, Trait.COMPUTES)
            .ttl(Duration.ofMillis(20)),
        of(
                "write expiry by a fake ticker",
                300,
                200,
                1,
                b -> b.initialCapacity(1),
                Trait.FAKE_TICKER,
                Trait.EXPIRES,
                Trait.EXPLICIT_TTL,
                Trait.CLEARS)
            .ttl(millisecond),
        of(
                "all at once",
                300,
                500,
                5,
                b -> b.expireAfterAccess(Duration.ofMillis(2)).expiryJitter(0.5),
                Trait.FAKE_TICKER,
                Trait.EXPIRES,
                Trait.EXPLICIT_TTL,
                Trait.ABSENCES,
                Trait.COMPUTES,
                Trait.CLEARS,
                Trait.RESIZES)
            .ttl(Duration.ofMillis(4)));
  }

  @Override
  public String toString() {
    return name;
  }
}
