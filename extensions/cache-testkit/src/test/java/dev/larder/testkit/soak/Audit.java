package dev.larder.testkit.soak;

import dev.larder.cache.internal.SegmentedCache;
import dev.larder.testkit.soak.Phase.Trait;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The books of a cache that nobody uses any more. */
final class Audit {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Phase phase;
  private final SegmentedCache<Integer, Value> cache;
  private final Ledger ledger;

  Audit(Phase phase, SegmentedCache<Integer, Value> cache, Ledger ledger) {
    this.phase = phase;
    this.cache = cache;
    this.ledger = ledger;
  }

  void run() {
    validate();
    ledger.check(cache.pending() == 0, "pending: " + cache.pending());
    if (!phase.expires()) {
      contents();
    }
    cache.invalidateAll();
    awaitBalance();
    for (Value.Kind kind : Value.Kind.values()) {
      balance(kind);
    }
    ledger.check(cache.size() == 0, "size after a clear: " + cache.size());
    long weight = cache.policy().weightedSize();
    ledger.check(weight == 0, "weight after a clear: " + weight);
    if (!phase.has(Trait.ABSENCES)) {
      long evicted = cache.stats().evictionCount();
      ledger.check(
          evicted == ledger.evicted(), evicted + " evictions, notified " + ledger.evicted());
    }
    validate();
  }

  private void validate() {
    try {
      cache.validate();
    } catch (AssertionError e) {
      ledger.fail(String.valueOf(e.getMessage()));
    }
  }

  /** Counts what is there; known absences are not seen, and weigh 1. */
  private void contents() {
    long count = 0;
    long weight = 0;
    for (Map.Entry<Integer, Value> entry : cache.asMap().entrySet()) {
      Value value = entry.getValue();
      count++;
      weight += phase.weighs() ? value.weight : 1;
      ledger.check(value.key == entry.getKey(), entry.getKey() + " has " + value);
      ledger.check(!value.hasLeft(), value + " has left and is there");
      ledger.check(cache.getIfPresent(entry.getKey()) == value, value + " is not found");
    }
    long absences = phase.has(Trait.ABSENCES) ? cache.size() - count : 0;
    ledger.check(absences >= 0, "more entries than the size");
    ledger.check(cache.size() == count + absences, "size " + cache.size() + ", seen " + count);
    long held = cache.policy().weightedSize();
    ledger.check(held == weight + absences, "weight " + held + ", seen " + weight);
  }

  private boolean isExact(Value.Kind kind) {
    return switch (kind) {
      case WRITTEN -> true;
      case COMPUTED -> !phase.has(Trait.CLEARS);
      case LOADED -> !phase.has(Trait.COMPUTES) && !phase.expires();
    };
  }

  private long expected(Value.Kind kind) {
    long discarded = kind == Value.Kind.LOADED ? cache.stats().discardedLoadCount() : 0;
    return ledger.stored(kind) - discarded;
  }

  private void balance(Value.Kind kind) {
    long expected = expected(kind);
    long left = ledger.left(kind);
    String books = kind + ": " + expected + " stored, " + left + " left";
    ledger.check(isExact(kind) ? left == expected : left <= ledger.stored(kind), books);
  }

  /** Another thread may be delivering still: the one that reports expiries. */
  private void awaitBalance() {
    BooleanSupplier balanced =
        () -> ledger.left(Value.Kind.WRITTEN) >= expected(Value.Kind.WRITTEN);
    long start = System.nanoTime();
    while (!balanced.getAsBoolean() && System.nanoTime() - start < PATIENCE_NANOS) {
      Thread.onSpinWait();
    }
  }
}
