package dev.larder.testkit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operations that store or remove, without a function. */
final class Writes {
  private final Session session;
  private final Oracle oracle;

  Writes(Session session) {
    this.session = session;
    this.oracle = session.oracle;
  }

  private Token tokenFor(int key) {
    return oracle.isComputing(key) ? session.token() : session.tokenFor(key);
  }

  void put() {
    int key = session.key();
    Token value = tokenFor(key);
    session.bothRun(
        () -> "put(" + key + ", " + value + ")",
        () -> write(key, () -> oracle.put(key, value)),
        () -> session.cache.put(key, value));
  }

  void mapPut() {
    int key = session.key();
    Token value = tokenFor(key);
    session.both(
        () -> "asMap().put(" + key + ", " + value + ")",
        () -> storeIf(key, value, true),
        () -> session.map.put(key, value));
  }

  void putWithTimeToLive() {
    int key = session.key();
    Token value = tokenFor(key);
    long timeToLive =
        session.dice().chance(4) && !oracle.isComputing(key) ? -1 : session.timeToLive();
    session.bothRun(
        () -> "put(" + key + ", " + value + ", " + Times.text(timeToLive) + ")",
        () -> write(key, () -> oracle.put(key, value, timeToLive)),
        () -> session.cache.put(key, value, Times.duration(timeToLive)));
  }

  /**
   * With keys of which no value can be both evicted and replaced, for that only the cache could
   * know.
   */
  void putAll() {
    Map<Integer, Token> entries = new LinkedHashMap<>();
    for (int key : session.keys()) {
      entries.put(key, session.token());
    }
    entries.keySet().removeIf(oracle::isComputing);
    if (oracle.maximum() < Session.ROOM_FOR_ALL) {
      entries.keySet().removeIf(oracle.slots()::containsKey);
    }
    session.storesInBulk(entries.keySet());
    session.bothRun(
        () -> "putAll(" + entries + ")",
        () -> entries.forEach(oracle::put),
        () -> session.cache.putAll(entries));
  }

  void putIfAbsent() {
    int key = session.key();
    Token before = oracle.value(key);
    Token value = before == null ? tokenFor(key) : session.token();
    if (isFree(key, before == null)) {
      session.both(
          () -> "putIfAbsent(" + key + ", " + value + ")",
          () -> storeIf(key, value, before == null),
          () -> session.map.putIfAbsent(key, value));
    }
  }

  void replace() {
    int key = session.key();
    Token before = oracle.value(key);
    Token value = before == null ? session.token() : tokenFor(key);
    if (isFree(key, before != null)) {
      session.both(
          () -> "replace(" + key + ", " + value + ")",
          () -> storeIf(key, value, before != null),
          () -> session.map.replace(key, value));
    }
  }

  void replaceExpected() {
    int key = session.key();
    Token before = oracle.value(key);
    boolean fits = before != null && session.dice().chance(75);
    Token expected = fits && before != null ? Session.copy(before) : session.token();
    Token value = fits ? tokenFor(key) : session.token();
    if (isFree(key, fits)) {
      session.both(
          () -> "replace(" + key + ", " + expected + ", " + value + ")",
          () -> {
            Token unused = storeIf(key, value, fits);
            return fits;
          },
          () -> session.map.replace(key, expected, value));
    }
  }

  /** A condition that does not hold does nothing to a key that is being computed, or throws. */
  private boolean isFree(int key, boolean fits) {
    return fits || !oracle.isComputing(key);
  }

  private @Nullable Token storeIf(int key, Token value, boolean fits) {
    Token before = oracle.value(key);
    if (fits) {
      write(key, () -> oracle.put(key, value));
    }
    return before;
  }

  private void write(int key, Runnable write) {
    if (oracle.isComputing(key)) {
      throw new IllegalStateException("computing");
    }
    write.run();
  }

  void remove() {
    int key = session.key();
    session.both(
        () -> "remove(" + key + ")",
        () -> {
          Token before = oracle.value(key);
          write(key, () -> oracle.remove(key));
          return before;
        },
        () -> session.map.remove(key));
  }

  void removeExpected() {
    int key = session.key();
    Token before = oracle.value(key);
    boolean fits = before != null && session.dice().chance(75);
    Token expected = fits && before != null ? Session.copy(before) : session.token();
    if (isFree(key, fits)) {
      session.both(
          () -> "remove(" + key + ", " + expected + ")",
          () -> {
            if (fits) {
              write(key, () -> oracle.remove(key));
            }
            return fits;
          },
          () -> session.map.remove(key, expected));
    }
  }

  void invalidate() {
    int key = session.key();
    session.bothRun(
        () -> "invalidate(" + key + ")",
        () -> write(key, () -> oracle.remove(key)),
        () -> session.cache.invalidate(key));
  }

  void invalidateSome() {
    List<Integer> keys = session.keys();
    keys.removeIf(oracle::isComputing);
    session.bothRun(
        () -> "invalidateAll(" + keys + ")",
        () -> keys.forEach(oracle::remove),
        () -> session.cache.invalidateAll(keys));
  }

  void invalidateIf() {
    int remainder = session.dice().below(3);
    if (!oracle.isAnyComputing()) {
      session.bothRun(
          () -> "invalidateIf(key % 3 == " + remainder + ")",
          () -> {
            for (int key : oracle.liveValues().keySet()) {
              if (key % 3 == remainder) {
                oracle.remove(key);
              }
            }
          },
          () -> session.cache.invalidateIf(key -> key % 3 == remainder));
    }
  }

  void invalidateAll() {
    Supplier<String> name = session.dice().chance(50) ? () -> "invalidateAll()" : () -> "clear()";
    session.bothRun(
        name,
        oracle::clear,
        () -> {
          if (name.get().equals("clear()")) {
            session.map.clear();
          } else {
            session.cache.invalidateAll();
          }
        });
  }
}
