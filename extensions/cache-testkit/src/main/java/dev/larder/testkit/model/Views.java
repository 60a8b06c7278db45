package dev.larder.testkit.model;

import dev.larder.cache.CacheEntry;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Operations through the views of the map. */
final class Views {
  private final Session session;
  private final Oracle oracle;

  Views(Session session) {
    this.session = session;
    this.oracle = session.oracle;
  }

  /** Looks at everything from all sides, quietly. */
  void look() {
    Map<Integer, Token> live = oracle.liveValues();
    Mismatch.expect(live, new TreeMap<>(session.map), "asMap()");
    Mismatch.expect(live.size(), session.map.size(), "asMap().size()");
    Mismatch.expect(live.isEmpty(), session.map.isEmpty(), "asMap().isEmpty()");
    Mismatch.expect(live.keySet(), session.map.keySet(), "keySet()");
    for (int key = 0; key < Session.KEYS; key++) {
      Mismatch.expect(
          live.containsKey(key), session.map.containsKey(key), "containsKey(" + key + ")");
    }
    for (Token value : live.values()) {
      Mismatch.unless(
          session.map.containsValue(Session.copy(value)), () -> "containsValue(" + value + ")");
    }
    Mismatch.expect(live, byKey(session.policy.hottest(Session.KEYS)), "hottest");
    Mismatch.expect(live, byKey(session.policy.coldest(Session.KEYS)), "coldest");
    Mismatch.expect(
        Math.min(2, live.size()), session.policy.hottest(2).size(), "the size of hottest(2)");
  }

  private static Map<Integer, Token> byKey(List<CacheEntry<Integer, Token>> entries) {
    Map<Integer, Token> values = new TreeMap<>();
    for (CacheEntry<Integer, Token> entry : entries) {
      Token twice = values.put(entry.key(), entry.value());
      Mismatch.unless(twice == null, () -> entry.key() + " is listed twice");
    }
    return values;
  }

  /** Walks to the end, or until it set a value, which may evict what the walk has not reached. */
  void walk() {
    if (oracle.isAnyComputing()) {
      return;
    }
    session.note(() -> "walk over entrySet()");
    Map<Integer, Token> live = oracle.liveValues();
    for (Iterator<Map.Entry<Integer, Token>> i = session.map.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<Integer, Token> entry = i.next();
      Token expected = live.remove(entry.getKey());
      Mismatch.unless(
          expected != null && Token.same(expected, entry.getValue()),
          () -> "the walk should show " + expected + " but shows " + entry);
      if (session.dice().chance(25)) {
        session.note(() -> "remove() " + entry.getKey());
        oracle.remove(entry.getKey());
        i.remove();
        session.settle();
      } else if (session.dice().chance(10)) {
        set(entry);
        return;
      }
    }
    Mismatch.unless(live.isEmpty(), () -> "the walk left out " + live);
  }

  private void set(Map.Entry<Integer, Token> entry) {
    int key = entry.getKey();
    Token expected = entry.getValue();
    Token value = session.anyToken();
    session.both(
        () -> "setValue(" + value + ") of " + key,
        () -> {
          oracle.put(key, value);
          return expected;
        },
        () -> entry.setValue(value));
  }

  void removeIf() {
    if (oracle.isAnyComputing()) {
      return;
    }
    int remainder = session.dice().below(3);
    switch (session.dice().below(3)) {
      case 0 ->
          removeIf(
              "keySet()",
              (key, value) -> key % 3 == remainder,
              () -> session.map.keySet().removeIf(key -> key % 3 == remainder));
      case 1 ->
          removeIf(
              "values()",
              (key, value) -> value.id() % 3 == remainder,
              () -> session.map.values().removeIf(value -> value.id() % 3 == remainder));
      default -> {
        Predicate<Map.Entry<Integer, Token>> odd =
            entry -> (entry.getKey() + entry.getValue().id()) % 3 == remainder;
        removeIf(
            "entrySet()",
            (key, value) -> odd.test(Map.entry(key, value)),
            () -> session.map.entrySet().removeIf(odd));
      }
    }
  }

  private void removeIf(String view, BiPredicate<Integer, Token> condition, Outcome.Call onCache) {
    session.both(
        () -> view + ".removeIf(one in three)",
        () -> {
          boolean changed = false;
          for (Map.Entry<Integer, Token> entry : oracle.liveValues().entrySet()) {
            if (condition.test(entry.getKey(), entry.getValue())) {
              oracle.remove(entry.getKey());
              changed = true;
            }
          }
          return changed;
        },
        onCache);
  }
}
