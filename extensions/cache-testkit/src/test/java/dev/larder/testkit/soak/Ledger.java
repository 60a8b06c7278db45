package dev.larder.testkit.soak;

import dev.larder.cache.RemovalCause;
import dev.larder.cache.RemovalListener;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What went into a cache and what left it; also what went wrong. */
final class Ledger implements RemovalListener<Integer, Value> {
  private static final int MAXIMUM_FAILURES = 10;

  private final Map<Value.Kind, LongAdder> stored = counters();
  private final Map<Value.Kind, LongAdder> left = counters();
  private final LongAdder evicted = new LongAdder();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  private static Map<Value.Kind, LongAdder> counters() {
    Map<Value.Kind, LongAdder> counters = new EnumMap<>(Value.Kind.class);
    for (Value.Kind kind : Value.Kind.values()) {
      counters.put(kind, new LongAdder());
    }
    return counters;
  }

  /** Notes that a value was stored, or refused with a notification. */
  void stored(Value value) {
    stored.get(value.kind).increment();
  }

  @Override
  public void onRemoval(Integer key, Value value, RemovalCause cause) {
    check(value.leave() == 1, value + " left twice, now " + cause);
    check(value.key == key, value + " left key " + key);
    left.get(value.kind).increment();
    if (cause.wasEvicted()) {
      evicted.increment();
    }
  }

  void check(boolean condition, String failure) {
    if (!condition) {
      fail(failure);
    }
  }

  void fail(String failure) {
    if (failures.size() < MAXIMUM_FAILURES) {
      failures.add(failure);
    }
  }

  boolean isClean() {
    return failures.isEmpty();
  }

  Iterable<String> failures() {
    return failures;
  }

  long stored(Value.Kind kind) {
    return stored.get(kind).sum();
  }

  long left(Value.Kind kind) {
    return left.get(kind).sum();
  }

  long evicted() {
    return evicted.sum();
  }
}
