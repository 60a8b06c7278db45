package dev.larder.testkit.model;

import dev.larder.cache.CacheEntry;
import dev.larder.testkit.model.Permissions.Permission;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations with a loader, which may return nothing, throw, or use the cache meanwhile. */
final class Loads {
  private final Session session;
  private final Oracle oracle;
  private final Runnable nested;

  /** Creates them, with what loaders do to the cache meanwhile. */
  Loads(Session session, Runnable nested) {
    this.session = session;
    this.oracle = session.oracle;
    this.nested = nested;
  }

  void get() {
    int key = session.key();
    session.note(() -> "get(" + key + ", loader)");
    Slot hit = oracle.lookUp(key);
    boolean held = oracle.isHeld(key);
    Load load = new Load(key);
    Outcome actual = Outcome.of(() -> session.cache.get(key, load::apply));
    session.requireNone();
    Mismatch.expect(hit == null && !held, load.permission != null, "whether the loader was called");
    Outcome expected =
        hit != null
            ? Outcome.returning(hit.value)
            : held ? Outcome.throwing(IllegalStateException.class) : load.conclude();
    expected.requireOf(actual);
  }

  /** Returns true if the cache has the very value, which then lives. */
  private boolean has(int key, Token value) {
    CacheEntry<Integer, Token> entry = session.policy.entry(key);
    return entry != null && Token.same(value, entry.value());
  }

  /** A value that dies while it is loaded, or not, as jitter has it; eviction hides which. */
  private boolean isOpaque(Permission load, Token value) {
    return session.config.isBounded() && oracle.isUncertain(load, value);
  }

  /** A load of one key. */
  private final class Load {
    private final int key;
    private @Nullable Permission permission;
    private boolean failed;
    private @Nullable Token loaded;

    Load(int key) {
      this.key = key;
    }

    @Nullable Token apply(Integer asked) {
      return session.inside(
          key,
          () -> {
            Mismatch.unless(permission == null, () -> "the loader was called twice");
            Mismatch.expect(key, asked.intValue(), "what the loader is asked for");
            Permission mine = oracle.beginLoad(key);
            permission = mine;
            session.settle();
            nested.run();
            return decide(mine);
          });
    }

    private @Nullable Token decide(Permission mine) {
      int choice = session.dice().below(100);
      if (choice < 15) {
        failed = true;
        session.note(() -> "throw");
        throw new Planned();
      }
      Token good = session.token();
      boolean mayFail =
          session.config.mayRefuse() && mine.isValid() && !oracle.isComputing(key) && choice > 95;
      if (mayFail) {
        loaded = new Token(good.id(), -1, -1);
      } else if (choice > 25 && !isOpaque(mine, good)) {
        loaded = good;
      }
      session.note(() -> "return " + loaded);
      return loaded;
    }

    Outcome conclude() {
      Permission mine = Objects.requireNonNull(permission);
      if (failed) {
        oracle.failLoad(mine, 1);
        return Outcome.throwing(Planned.class);
      }
      Token value = loaded;
      return Outcome.of(
          () -> {
            oracle.endLoad(mine, value, 1, () -> value != null && has(key, value));
            return value;
          });
    }
  }

  void getAll() {
    List<Integer> keys = session.keys();
    keys.removeIf(oracle::isHeld);
    session.note(() -> "getAll(" + keys + ", loader)");
    Map<Integer, @Nullable Token> found = new LinkedHashMap<>();
    Set<Integer> missing = new LinkedHashSet<>();
    for (Integer key : new LinkedHashSet<>(keys)) {
      Slot slot = oracle.lookUp(key);
      found.put(key, Reads.valueOf(slot));
      if (slot == null) {
        missing.add(key);
      }
    }
    BulkLoad load = new BulkLoad(missing);
    Outcome actual = Outcome.of(() -> Reads.inOrder(session.cache.getAll(keys, load::apply)));
    session.requireNone();
    Mismatch.expect(!missing.isEmpty(), load.called, "whether the bulk loader was called");
    load.conclude(found).requireOf(actual);
  }

  /** A load of many keys. */
  private final class BulkLoad {
    private final Set<Integer> missing;
    private final Map<Integer, Permission> permissions = new LinkedHashMap<>();
    private final Map<Integer, Token> answer = new LinkedHashMap<>();
    private @Nullable Class<? extends RuntimeException> thrown;
    private boolean called;

    BulkLoad(Set<Integer> missing) {
      this.missing = missing;
    }

    @SuppressWarnings("NullAway") // null is one of the wrong answers
    Map<Integer, Token> apply(Set<? extends Integer> asked) {
      return session.inside(
          missing.iterator().next(),
          () -> {
            Mismatch.unless(!called, () -> "the bulk loader was called twice");
            called = true;
            Mismatch.expect(missing, asked, "what the bulk loader is asked for");
            missing.forEach(key -> permissions.put(key, oracle.beginLoad(key)));
            session.settle();
            long start = oracle.now();
            nested.run();
            beDivisible(oracle.now() - start);
            return decide();
          });
    }

    /** The time of the load is shared evenly; how a remainder is rounded is open. */
    private void beDivisible(long elapsed) {
      session.advance(Math.floorMod(-elapsed, missing.size()));
      session.settle();
    }

    private @Nullable Map<Integer, Token> decide() {
      int choice = session.dice().below(100);
      if (choice < 10) {
        thrown = Planned.class;
        session.note(() -> "throw");
        throw new Planned();
      }
      if (choice < 13) {
        thrown = NullPointerException.class;
        session.note(() -> "return null");
        return null;
      }
      permissions.forEach(
          (key, permission) -> {
            Token value = session.token();
            if (session.dice().chance(75) && !isOpaque(permission, value)) {
              answer.put(key, value);
            }
          });
      Map<Integer, Token> given = new LinkedHashMap<>(answer);
      given.put(Session.KEYS, session.token()); // nobody asked for it
      session.note(() -> "return " + given);
      return given;
    }

    Outcome conclude(Map<Integer, @Nullable Token> found) {
      if (thrown != null) {
        permissions.values().forEach(permission -> oracle.failLoad(permission, missing.size()));
        return Outcome.throwing(thrown);
      }
      session.storesInBulk(missing);
      permissions.forEach(
          (key, permission) -> {
            Token value = answer.get(key);
            oracle.endLoad(
                permission, value, missing.size(), () -> value != null && has(key, value));
          });
      Map<Integer, Token> result = new LinkedHashMap<>();
      found.forEach(
          (key, value) -> {
            Token either = value == null ? answer.get(key) : value;
            if (either != null) {
              result.put(key, either);
            }
          });
      return Outcome.returning(Reads.inOrder(result));
    }
  }
}
