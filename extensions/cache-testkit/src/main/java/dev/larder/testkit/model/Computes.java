package dev.larder.testkit.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operations with a function, which may return null, throw, or use the cache. */
final class Computes {
  private final Session session;
  private final Oracle oracle;
  private final Runnable nested;

  /** Creates them, with what functions do to the cache meanwhile. */
  Computes(Session session, Runnable nested) {
    this.session = session;
    this.oracle = session.oracle;
    this.nested = nested;
  }

  void compute() {
    int key = session.key();
    Call call = new Call(key);
    call.run("compute", true, () -> session.map.compute(key, (k, old) -> call.apply(old)));
  }

  void computeIfAbsent() {
    int key = session.key();
    Call call = new Call(key);
    call.run(
        "computeIfAbsent",
        oracle.value(key) == null,
        () -> session.map.computeIfAbsent(key, k -> call.apply(null)));
  }

  void computeIfPresent() {
    int key = session.key();
    Call call = new Call(key);
    call.run(
        "computeIfPresent",
        oracle.value(key) != null,
        () -> session.map.computeIfPresent(key, (k, old) -> call.apply(old)));
  }

  void merge() {
    int key = session.key();
    Token value = session.token();
    if (oracle.value(key) == null && !oracle.isComputing(key)) {
      session.both(
          () -> "merge(" + key + ", " + value + ", function that is not called)",
          () -> {
            oracle.put(key, value);
            return value;
          },
          () ->
              session.map.merge(
                  key,
                  value,
                  (old, given) -> {
                    throw new Mismatch("merge called its function for an absent key");
                  }));
    } else {
      Call call = new Call(key);
      call.run("merge", true, () -> session.map.merge(key, value, (old, v) -> call.apply(old)));
    }
  }

  /** One call with a function. */
  private final class Call {
    private final int key;
    private boolean asked;
    private boolean failed;
    private @Nullable Token next;

    Call(int key) {
      this.key = key;
    }

    void run(String name, boolean fits, Outcome.Call onCache) {
      boolean computing = oracle.isComputing(key);
      if (computing && !fits) {
        return; // whether it throws or changes nothing is open
      }
      session.note(
          () -> name + "(" + key + ", function)" + (fits ? "" : ", which changes nothing"));
      Token before = oracle.value(key);
      Outcome actual = Outcome.of(onCache);
      session.requireNone();
      Mismatch.expect(fits && !computing, asked, "whether the function was called");
      Outcome expected =
          computing
              ? Outcome.throwing(IllegalStateException.class)
              : fits ? conclude() : Outcome.returning(before);
      expected.requireOf(actual);
    }

    private Outcome conclude() {
      if (failed) {
        oracle.failCompute(key);
        return Outcome.throwing(Planned.class);
      }
      return Outcome.of(
          () -> {
            oracle.endCompute(key, next);
            return next;
          });
    }

    /** What the function does. */
    @Nullable Token apply(@Nullable Token old) {
      return session.inside(
          key,
          () -> {
            Mismatch.unless(!asked, () -> "the function was called twice");
            asked = true;
            Mismatch.unless(
                Token.same(old, oracle.value(key)),
                () -> "the function should get " + oracle.value(key) + " but got " + old);
            oracle.beginCompute(key);
            session.settle();
            nested.run();
            return decide();
          });
    }

    private @Nullable Token decide() {
      int choice = session.dice().below(100);
      if (choice < 15) {
        failed = true;
        session.note(() -> "throw");
        throw new Planned();
      }
      Token any = oracle.isCleared(key) ? session.token() : session.tokenFor(key);
      next = choice < 30 ? null : any;
      session.note(() -> "return " + next);
      return next;
    }
  }

  void replaceAll() {
    if (!oracle.isAnyComputing()) {
      session.note(() -> "replaceAll(function)");
      new Replacing().run();
    }
  }

  /** A replaceAll, in whatever order; an entry that it has not reached yet may be evicted. */
  private final class Replacing {
    private final Set<Integer> visited = new HashSet<>();
    private final Map<Integer, Token> before = oracle.liveValues();
    private @Nullable Integer current;
    private @Nullable Token next;
    private Outcome expected = Outcome.returning(null);

    void run() {
      Outcome actual = Outcome.ofRun(() -> session.map.replaceAll(this::apply));
      session.requireNone();
      if (expected.thrown() == null) {
        expected = Outcome.ofRun(this::endCurrent);
      } else if (current != null) {
        oracle.failCompute(current);
      }
      expected.requireOf(actual);
      session.settle();
      if (expected.thrown() == null) {
        before.keySet().removeAll(visited);
        before.keySet().removeIf(key -> oracle.value(key) == null);
        Mismatch.unless(before.isEmpty(), () -> "replaceAll left out " + before);
      }
    }

    private void endCurrent() {
      if (current != null) {
        oracle.endCompute(current, next);
      }
      current = null;
    }

    @SuppressWarnings("NullAway") // null is one of the wrong answers
    private Token apply(Integer key, Token old) {
      Supplier<@Nullable Token> body =
          () -> {
            endCurrent();
            Mismatch.unless(visited.add(key), () -> "replaceAll visited " + key + " twice");
            Mismatch.unless(
                Token.same(old, oracle.value(key)),
                () -> "replaceAll should show " + oracle.value(key) + " but showed " + old);
            oracle.beginCompute(key);
            current = key;
            session.settle();
            return decide(key);
          };
      return session.inside(key, body);
    }

    private @Nullable Token decide(int key) {
      int choice = session.dice().below(100);
      if (choice < 4) {
        expected = Outcome.throwing(Planned.class);
        session.note(() -> key + ": throw");
        throw new Planned();
      }
      next = session.token();
      if (choice < 8) {
        expected = Outcome.throwing(NullPointerException.class);
        next = null;
      }
      session.note(() -> key + ": return " + next);
      return next;
    }
  }
}
