package dev.larder.testkit.soak;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import dev.larder.cache.Ticker;
import dev.larder.testkit.soak.Phase.Trait;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** One thread's random operations, each checked by itself. */
final class Worker {
  private static final int RARELY = 2_000;
  private static final Duration LONG = Duration.ofHours(1);

  private final Phase phase;
  private final Cache<Integer, Value> cache;
  private final Ticker ticker;
  private final Ledger ledger;
  private final Bound bound;
  private final boolean changesMaximum;
  private final SplittableRandom random;

  Worker(
      Phase phase,
      Cache<Integer, Value> cache,
      Ticker ticker,
      Ledger ledger,
      Bound bound,
      int number,
      long seed) {
    this.phase = phase;
    this.cache = cache;
    this.ticker = ticker;
    this.ledger = ledger;
    this.bound = bound;
    this.changesMaximum = number == 0 && phase.has(Trait.RESIZES);
    this.random = new SplittableRandom(seed + number);
  }

  void step() {
    int key = random.nextInt(phase.keys());
    int dice = random.nextInt(100);
    if (dice < 30) {
      read(key);
    } else if (dice < 50) {
      put(key);
    } else if (dice < 58) {
      cache.invalidate(key);
    } else if (dice < 64) {
      load(key);
    } else if (dice < 70) {
      compute(key);
    } else if (dice < 75) {
      putIfAbsent(key);
    } else if (dice < 80) {
      replace(key);
    } else if (dice < 84) {
      check(key, cache.asMap().remove(key));
    } else if (dice < 90) {
      lease(key);
    } else if (dice < 94) {
      putWithTimeToLive(key);
    } else if (dice < 96) {
      readSome(key);
    } else if (dice < 98) {
      loadSome(key);
    } else if (random.nextInt(RARELY / 50) == 0) {
      onTheWhole();
    }
  }

  private Value value(int key, Value.Kind kind) {
    return new Value(key, 1 + random.nextInt(phase.heaviest()), kind);
  }

  /** Notes the latest moment at which a value that is stored now expires. */
  private void stored(Value value) {
    ledger.stored(value);
    if (phase.ttl() != null) {
      value.expiresBy(ticker.read() + phase.ttl().toNanos());
    }
  }

  private void check(int key, Value value) {
    ledger.check(value == null || value.key == key, "key " + key + " has " + value);
  }

  private void read(int key) {
    long start = ticker.read();
    Value value = cache.getIfPresent(key);
    check(key, value);
    ledger.check(value == null || !value.isExpired(start), value + " is read though expired");
  }

  private void readSome(int key) {
    long start = ticker.read();
    Map<Integer, Value> some = cache.getAllPresent(List.of(key, key + 1, key + 2));
    some.forEach(this::check);
    ledger.check(
        some.values().stream().noneMatch(value -> value.isExpired(start)),
        "one of " + some + " is read though expired");
  }

  private void put(int key) {
    Value value = value(key, Value.Kind.WRITTEN);
    cache.put(key, value);
    stored(value);
  }

  private void putWithTimeToLive(int key) {
    if (!phase.has(Trait.EXPLICIT_TTL)) {
      put(key);
      return;
    }
    Value value = value(key, Value.Kind.WRITTEN);
    Duration timeToLive = Duration.ofNanos(random.nextLong(4_000_000));
    cache.put(key, value, timeToLive);
    ledger.stored(value);
    value.expiresBy(ticker.read() + timeToLive.toNanos());
  }

  private void putIfAbsent(int key) {
    Value value = value(key, Value.Kind.WRITTEN);
    Value before = cache.asMap().putIfAbsent(key, value);
    check(key, before);
    if (before == null) {
      stored(value);
    }
  }

  private void replace(int key) {
    Value value = value(key, Value.Kind.WRITTEN);
    Value before = cache.asMap().replace(key, value);
    check(key, before);
    if (before != null) {
      stored(value);
    }
  }

  private void compute(int key) {
    if (!phase.has(Trait.COMPUTES)) {
      put(key);
      return;
    }
    boolean removes = random.nextInt(4) == 0;
    Value next = removes ? null : value(key, Value.Kind.COMPUTED);
    Value result =
        cache
            .asMap()
            .compute(
                key,
                (same, before) -> {
                  check(key, before);
                  return next;
                });
    ledger.check(result == next, "a compute of " + key + " returned " + result);
    if (next != null) {
      stored(next);
    }
  }

  private void load(int key) {
    check(key, cache.get(key, this::loaded));
  }

  private Value loaded(int key) {
    Value value = value(key, Value.Kind.LOADED);
    ledger.stored(value);
    return value;
  }

  private void loadSome(int key) {
    Map<Integer, Value> some =
        cache.getAll(List.of(key, key + 1, key + 2), (Set<? extends Integer> keys) -> all(keys));
    some.forEach(this::check);
    boolean complete = some.size() == 3 || phase.has(Trait.ABSENCES);
    ledger.check(complete, "of three keys are loaded only " + some);
  }

  private Map<Integer, Value> all(Set<? extends Integer> keys) {
    Map<Integer, Value> values = new HashMap<>();
    keys.forEach(key -> values.put(key, loaded(key)));
    return values;
  }

  private void lease(int key) {
    try (Lease<Value> lease = cache.lease(key)) {
      if (phase.has(Trait.ABSENCES) && random.nextBoolean()) {
        lease.publishAbsent(LONG);
        return;
      }
      Value value = value(key, Value.Kind.LOADED);
      boolean published = random.nextInt(4) > 0 && lease.publish(value);
      if (published || phase.expires()) { // one that is dead by then leaves at once
        stored(value);
      }
    }
  }

  private void onTheWhole() {
    if (changesMaximum) {
      long maximum = random.nextLong(phase.maximum() * 3 / 2);
      ledger.check(bound.change(maximum), "a new maximum does not hold");
    } else if (phase.has(Trait.CLEARS) && random.nextInt(4) == 0) {
      cache.invalidateAll();
    } else if (random.nextBoolean()) {
      cache.asMap().forEach(this::check);
    } else {
      cache.policy().coldest(3).forEach(entry -> check(entry.key(), entry.value()));
    }
  }
}
