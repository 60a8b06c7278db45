package dev.larder.cache.internal.flight;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds one of many holds of a thread, such as those of a bulk load, which holds each key. */
final class HoldIndex {
  private final Map<Id, Hold> holds = new HashMap<>();
  private final Map<Scope, Integer> counts = new HashMap<>();

  private record Id(Scope scope, Hold.Kind kind, Object key) {}

  void add(Hold hold) {
    holds.put(new Id(hold.scope(), hold.kind(), hold.key()), hold);
    counts.merge(hold.scope(), 1, Integer::sum);
  }

  void remove(Hold hold) {
    holds.remove(new Id(hold.scope(), hold.kind(), hold.key()), hold);
    counts.computeIfPresent(hold.scope(), (scope, n) -> n == 1 ? null : n - 1);
  }

  @Nullable Hold find(Scope scope, Hold.Kind kind, Object key) {
    return holds.get(new Id(scope, kind, key));
  }

  boolean isInside(Scope scope) {
    return counts.containsKey(scope);
  }
}
