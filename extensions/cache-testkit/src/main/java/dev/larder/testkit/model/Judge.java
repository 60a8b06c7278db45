package dev.larder.testkit.model;

import dev.larder.cache.CacheEntry;
import dev.larder.cache.RemovalCause;
import dev.larder.testkit.RecordingListener.Removal;
import dev.larder.testkit.model.Permissions.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares a cache with its oracle, quietly. What the cache has lost is told to the oracle, if the
 * bound needed it: a policy is free to choose whom, not when.
 */
final class Judge {
  private final Session session;
  private final Oracle oracle;
  private final List<Slot> lost = new ArrayList<>();

  Judge(Session session) {
    this.session = session;
    this.oracle = session.oracle;
  }

  void settle() {
    session.requireNone();
    oracle.expire();
    lost.clear();
    for (int key = 0; key < Session.KEYS; key++) {
      compareEntry(key);
    }
    findLostAbsences();
    if (session.depth() == 0) {
      compareDepartures();
    }
    compareTotals();
    for (Session.Held held : session.leases) {
      Mismatch.unless(
          held.permission().isValid() == held.lease().isValid(),
          () -> "lease " + held.number() + " should be valid: " + held.permission().isValid());
    }
  }

  private void compareEntry(int key) {
    CacheEntry<Integer, Token> entry = session.policy.entry(key);
    Slot slot = oracle.slots().get(key);
    if (slot == null || slot.value == null) {
      Slot ghost = oracle.ghosts().get(key);
      Mismatch.unless(
          entry == null
              || (entry.stale() && ghost != null && Token.same(ghost.value, entry.value())),
          () -> "there should be nothing of key " + key + " but is " + entry);
    } else if (entry == null) {
      lost.add(oracle.lost(key));
    } else {
      slot.learn(deadline(entry));
      compare(key, slot, entry);
    }
  }

  private long deadline(CacheEntry<Integer, Token> entry) {
    return Times.plus(oracle.now(), Times.nanos(entry.expiresIn()));
  }

  private void compare(int key, Slot slot, CacheEntry<Integer, Token> entry) {
    boolean same =
        entry.key() == key
            && Token.same(slot.value, entry.value())
            && entry.weight() == slot.weight
            && hasAge(slot, Times.nanos(entry.age()))
            && entry.stale() == !slot.isLive(oracle.now());
    Mismatch.unless(
        same,
        () ->
            "at "
                + oracle.now()
                + " the entry of key "
                + key
                + " should be "
                + slot
                + " written at "
                + slot.writeTime
                + " with weight "
                + slot.weight
                + " but is "
                + entry);
  }

  /** A cache that never lets anything expire may keep no times. */
  private boolean hasAge(Slot slot, long age) {
    return age == oracle.now() - slot.writeTime
        || (age == 0 && session.config.keepsNoTimes() && slot.deadline() == Times.NEVER);
  }

  /** No view shows an absence: if the size says that some are missing, a load finds out which. */
  private void findLostAbsences() {
    List<Integer> absences = new ArrayList<>();
    oracle
        .slots()
        .forEach(
            (key, slot) -> {
              if (slot.value == null) {
                absences.add(key);
              }
            });
    long invisible = session.cache.size() - (oracle.slots().size() - absences.size());
    if (invisible < absences.size()) {
      for (int key : absences) {
        if (invisible == 0) {
          lost.add(oracle.lost(key));
        } else {
          probe(key);
        }
      }
    }
  }

  private void probe(int key) {
    session.note(() -> "(a load of key " + key + " to see whether its absence is still known)");
    boolean[] asked = {false};
    Function<Integer, @Nullable Token> loader =
        k -> {
          asked[0] = true;
          throw new Planned();
        };
    Outcome outcome = Outcome.of(() -> session.cache.get(key, loader));
    boolean gone = outcome.thrown() != null;
    Outcome expected =
        !gone
            ? Outcome.returning(null)
            : Outcome.throwing(oracle.isHeld(key) ? IllegalStateException.class : Planned.class);
    expected.requireOf(outcome);
    if (gone) {
      lost.add(oracle.lost(key));
    }
    oracle.lookUp(key);
    if (asked[0]) {
      Permission load = oracle.beginLoad(key);
      oracle.failLoad(load, 1);
    }
  }

  /**
   * Per key in order; but whether an expired entry is reclaimed before or after a new value of its
   * key is refused because it is dead on arrival, is open.
   */
  private void compareDepartures() {
    List<Removal<Integer, Token>> missing = oracle.books().takeDepartures();
    for (Removal<Integer, Token> told : session.takeTold()) {
      int first = first(missing, told);
      if (first >= 0) {
        missing.remove(first);
      } else {
        Mismatch.unless(
            isGhost(told), () -> "the listener was told " + told + " but should be " + missing);
        oracle.buried(told.key());
      }
    }
    Mismatch.unless(missing.isEmpty(), () -> "the listener was not told " + missing);
  }

  private static boolean isSame(Removal<Integer, Token> one, Removal<Integer, Token> other) {
    return one.key().equals(other.key())
        && Token.same(one.value(), other.value())
        && one.cause() == other.cause();
  }

  private boolean isGhost(Removal<Integer, Token> told) {
    Slot ghost = oracle.ghosts().get(told.key());
    return ghost != null
        && Token.same(ghost.value, told.value())
        && told.cause() == RemovalCause.EXPIRED;
  }

  private static int first(List<Removal<Integer, Token>> missing, Removal<Integer, Token> told) {
    for (int i = 0; i < missing.size(); i++) {
      Removal<Integer, Token> next = missing.get(i);
      if (isSame(next, told)) {
        return i;
      }
      if (next.key().equals(told.key()) && next.cause() != RemovalCause.EXPIRED) {
        return -1;
      }
    }
    return -1;
  }

  private void compareTotals() {
    Map<Integer, Slot> ghosts = oracle.ghosts();
    long weight = session.policy.weightedSize();
    long heldGhosts = session.cache.size() - oracle.slots().size();
    long heldWeight = weight - Oracle.weight(oracle.slots());
    long ghostWeight = Oracle.weight(ghosts);
    Mismatch.unless(
        heldGhosts >= untoldGhosts() && heldGhosts <= ghosts.size(),
        () ->
            "size() is "
                + session.cache.size()
                + " but there are "
                + oracle.slots().size()
                + " entries beside "
                + ghosts.size()
                + " that may be reclaimed");
    Mismatch.unless(
        heldWeight >= (heldGhosts == ghosts.size() ? ghostWeight : 0)
            && heldWeight <= (heldGhosts == 0 ? 0 : ghostWeight),
        () ->
            "weightedSize() is "
                + weight
                + " but should be "
                + Oracle.weight(oracle.slots())
                + " beside "
                + ghostWeight
                + " that may be reclaimed");
    Mismatch.expect(oracle.maximum(), session.policy.maximum(), "policy().maximum()");
    Mismatch.unless(
        weight <= oracle.maximum(), () -> weight + " is above the maximum " + oracle.maximum());
    long replaced = session.takeReplacedInBulk();
    if (!lost.isEmpty()) {
      requireNeed(weight + replaced, heldWeight);
    }
    Mismatch.expect(
        oracle.books().stats(ghosts.size() - heldGhosts, ghostWeight - heldWeight),
        session.cache.stats(),
        "stats()");
    if (heldGhosts == 0 && !ghosts.isEmpty()) {
      forgetGhosts();
    }
  }

  /** Returns how many ghosts are certainly held, since the listener was not told otherwise. */
  private int untoldGhosts() {
    if (session.depth() > 0 || !session.config.listens()) {
      return 0;
    }
    int untold = 0;
    for (Slot ghost : oracle.ghosts().values()) {
      untold += ghost.value == null ? 0 : 1;
    }
    return untold;
  }

  /** Nothing is evicted while capacity is free; and what has expired goes first. */
  private void requireNeed(long weight, long ghostWeight) {
    boolean needed = false;
    boolean lostLive = false;
    for (Slot slot : lost) {
      needed |= weight + slot.weight > oracle.maximum() || isDroppedInPassing(slot);
      lostLive |= slot.isLive(oracle.now());
      Mismatch.unless(
          slot.weight > 0 || !slot.isLive(oracle.now()),
          () -> slot + " weighs nothing and was evicted");
    }
    Mismatch.unless(
        needed,
        () -> "evicted " + lost + " with weight " + weight + " of " + oracle.maximum() + " left");
    long expired = ghostWeight;
    for (Slot slot : oracle.slots().values()) {
      expired += slot.isLive(oracle.now()) ? 0 : slot.weight;
    }
    Mismatch.unless(
        !lostLive || expired == 0, () -> "evicted " + lost + " before what has expired");
  }

  /** What has expired and weighs nothing may go with a ghost that makes room. */
  private boolean isDroppedInPassing(Slot slot) {
    return session.config.isBounded() && slot.weight == 0 && !slot.isLive(oracle.now());
  }

  private void forgetGhosts() {
    for (Integer key : List.copyOf(oracle.ghosts().keySet())) {
      Slot ghost = oracle.ghosts().get(key);
      if (ghost != null && (ghost.value == null || !session.config.listens())) {
        oracle.bury(key);
      }
    }
  }
}
