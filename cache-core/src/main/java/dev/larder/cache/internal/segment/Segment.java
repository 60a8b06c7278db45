package dev.larder.cache.internal.segment;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.larder.cache.RemovalCause;
import dev.larder.cache.internal.eviction.EvictionPolicy;
import dev.larder.cache.internal.flight.LeaseTable;
import dev.larder.cache.internal.flight.Leased;
import dev.larder.cache.internal.flight.Load;
import dev.larder.cache.internal.flight.LoadTable;
import dev.larder.cache.internal.flight.Mark;
import dev.larder.cache.internal.flight.Scope;
import dev.larder.cache.internal.node.Draft;
import dev.larder.cache.internal.node.ExpiringNode;
import dev.larder.cache.internal.node.Node;
import dev.larder.cache.internal.table.Buckets;
import dev.larder.cache.internal.table.HashTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys whose hash ends in the segment's number, and the one lock for all that changes them:
 * their buckets, their order for eviction, their deadlines, their leases and the marks of running
 * computes. No thread takes two of these locks, but for what concerns the whole cache (clear,
 * close, a new maximum), which takes all of them in order.
 *
 * <p>Under the lock run {@code equals}, {@code hashCode} and {@code compareTo} of keys, {@code
 * equals} of values, and no other code of the user.
 *
 * <p>A step that cannot be taken says why instead of taking effect: a {@link Mark} has to be waited
 * for, a {@link Reservation} has to be completed, {@link Verdict#STALE} means that what was read
 * before has changed.
 */
public final class Segment<K, V> {
  /** How many expired entries one write reclaims. */
  private static final int SWEEP = 64;

  /** How many entries one visit evicts for another segment. */
  private static final int VISIT = 8;

  private static final Object ANY = new Object();

  private final ReentrantLock lock = new ReentrantLock();
  private final Capacity capacity;
  private final SegmentOwner<K, V> owner;

  @GuardedBy("lock")
  private final Entries<K, V> entries;

  @GuardedBy("lock")
  private @Nullable LeaseTable<K> leases;

  @GuardedBy("lock")
  private @Nullable LoadTable<K, V> loads;

  @GuardedBy("lock")
  private @Nullable Map<K, Mark> marks;

  @GuardedBy("lock")
  private boolean closed;

  /** What a step returns that neither took effect nor has to be waited for. */
  public enum Verdict {
    /** What was read before has changed. */
    STALE,
    /** The lease was void, or the value dead. */
    REFUSED,
    /** The value was stored. */
    STORED
  }

  /** A compute that has begun, on a value or on nothing. */
  public record Begun<V>(Mark mark, @Nullable V value) {}

  /** Creates an empty segment with that number. */
  public Segment(
      int number,
      int segments,
      HashTable<K, V> table,
      Capacity capacity,
      EvictionPolicy<K, V> policy,
      SegmentOwner<K, V> owner,
      long retainNanos) {
    this.capacity = capacity;
    this.owner = owner;
    this.entries =
        new Entries<>(
            table, new Buckets<>(table, segments, number), policy, capacity, owner, retainNanos);
  }

  /** Stands for an entry that a write does not depend on. */
  public static Object any() {
    return ANY;
  }

  // Steps on one key

  /** Looks a key up as writers see it. */
  public @Nullable Node<K, V> find(K key, int hash) {
    lock.lock();
    try {
      return entries.find(key, hash);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Stores a value if the guard allows what is there.
   *
   * @param seen the live entry that the draft depends on; {@link #any} if on none
   * @return the value before, null if there was none; or a {@link Mark}, a {@link Reservation} or
   *     {@link Verdict#STALE}
   */
  public @Nullable Object put(
      K key,
      int hash,
      V value,
      Draft draft,
      Predicate<@Nullable V> guard,
      @Nullable Object seen,
      long now,
      @Nullable Reservation reservation) {
    int crowded = 0;
    lock.lock();
    try {
      requireOpen();
      Mark mark = markOf(key);
      if (mark != null) {
        return mark;
      }
      entries.sweep(now, SWEEP);
      Node<K, V> found = entries.find(key, hash);
      V before = liveValue(found, now);
      if (isStale(seen, found, before)) {
        return Verdict.STALE;
      }
      if (!guard.test(before)) {
        Reservation.giveBack(reservation);
        return before;
      }
      Reservation missing = entries.install(found, key, hash, value, draft, now, now, reservation);
      if (missing != null) {
        return missing;
      }
      voidLeases(key, hash);
      crowded = entries.crowdedBuckets();
      return before;
    } finally {
      lock.unlock();
      if (crowded > 0) {
        owner.crowded(crowded);
      }
    }
  }

  /**
   * Removes a key if the guard allows what is there.
   *
   * @return the value before, null if there was none; or a {@link Mark}
   */
  public @Nullable Object remove(K key, int hash, Predicate<@Nullable V> guard, long now) {
    lock.lock();
    try {
      requireOpen();
      Mark mark = markOf(key);
      if (mark != null) {
        return mark;
      }
      entries.sweep(now, SWEEP);
      Node<K, V> found = entries.find(key, hash);
      V before = liveValue(found, now);
      if (guard.test(before)) {
        voidLeases(key, hash);
        entries.remove(found, now);
      }
      return before;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Publishes a value, or with null an absence, that was true at {@code start}.
   *
   * @param seen as in {@link #put}
   * @return a {@link Verdict} or a {@link Reservation}
   */
  public Object publish(
      K key,
      int hash,
      Leased right,
      @Nullable V value,
      Draft draft,
      @Nullable Object seen,
      long start,
      long now,
      @Nullable Reservation reservation) {
    int crowded = 0;
    lock.lock();
    try {
      if (closed || right.isVoid() || markOf(key) != null) {
        Reservation.giveBack(reservation);
        return Verdict.REFUSED;
      }
      entries.sweep(now, SWEEP);
      Node<K, V> found = entries.find(key, hash);
      if (isStale(seen, found, liveValue(found, now))) {
        return Verdict.STALE;
      }
      if (draft.isDead(start, now)) {
        Reservation.giveBack(reservation);
        entries.leave(key, value, draft.weight(), RemovalCause.EXPIRED);
        return Verdict.REFUSED;
      }
      Reservation missing =
          entries.install(found, key, hash, value, draft, start, now, reservation);
      if (missing != null) {
        return missing;
      }
      voidLeases(key, hash);
      crowded = entries.crowdedBuckets();
      return Verdict.STORED;
    } finally {
      lock.unlock();
      if (crowded > 0) {
        owner.crowded(crowded);
      }
    }
  }

  /**
   * Begins a compute if the guard allows what is there: marks the key.
   *
   * @return {@link Begun}; or a {@link Mark} to wait for; or the value that is not allowed
   */
  public @Nullable Object beginCompute(
      K key, int hash, Scope scope, Predicate<@Nullable V> guard, long now) {
    lock.lock();
    try {
      requireOpen();
      Mark mark = markOf(key);
      if (mark != null) {
        return mark;
      }
      entries.sweep(now, SWEEP);
      V before = liveValue(entries.find(key, hash), now);
      if (!guard.test(before)) {
        return before;
      }
      voidLeases(key, hash);
      if (marks == null) {
        marks = new HashMap<>();
      }
      Mark mine = new Mark(scope, key);
      marks.put(key, mine);
      mine.begin();
      return new Begun<>(mine, before);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Stores the result of a compute, null for none, unless the cache was cleared meanwhile.
   *
   * @param seen as in {@link #put}
   * @return {@link Verdict#STALE} or a {@link Reservation}; null once that is done
   */
  public @Nullable Object conclude(
      K key,
      int hash,
      Mark mine,
      @Nullable V value,
      @Nullable Draft draft,
      @Nullable Object seen,
      long now,
      @Nullable Reservation reservation) {
    int crowded = 0;
    lock.lock();
    try {
      if (closed || mine.isCleared()) {
        Reservation.giveBack(reservation);
        return null;
      }
      Node<K, V> found = entries.find(key, hash);
      if (isStale(seen, found, liveValue(found, now))) {
        return Verdict.STALE;
      }
      voidLeases(key, hash);
      if (value == null || draft == null) {
        entries.remove(found, now);
        return null;
      }
      Reservation missing = entries.install(found, key, hash, value, draft, now, now, reservation);
      crowded = entries.crowdedBuckets();
      return missing;
    } finally {
      lock.unlock();
      if (crowded > 0) {
        owner.crowded(crowded);
      }
    }
  }

  /** Ends a compute, whatever became of it. */
  public void endCompute(K key) {
    lock.lock();
    try {
      if (marks != null) {
        marks.remove(key);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes a lease. */
  public LeaseTable.Token lease(K key) {
    lock.lock();
    try {
      requireOpen();
      if (leases == null) {
        leases = new LeaseTable<>();
      }
      return leases.take(key);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Joins the load of a key that runs, or else begins another one with a lease; it lands at once if
   * there is something by now.
   *
   * @param mine the load to begin
   * @return the load that was joined or begun
   */
  public Load<K, V> joinOrBegin(K key, int hash, Load<K, V> mine) {
    Node<K, V> found;
    lock.lock();
    try {
      requireOpen();
      if (loads == null) {
        loads = new LoadTable<>();
      }
      Load<K, V> running = loads.find(key, hash);
      if (running != null) {
        return running;
      }
      found = entries.find(key, hash);
      if (found == null || !found.isLive(mine.start())) {
        mine.begin(hash, loads);
        return mine;
      }
    } finally {
      lock.unlock();
    }
    mine.land(found.value());
    return mine;
  }

  /** Takes back the right of a load to publish. */
  public void endLoad(Load<K, V> load) {
    lock.lock();
    try {
      if (loads != null) {
        loads.remove(load);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives a lease back. */
  public void giveBack(K key, LeaseTable.Token token) {
    lock.lock();
    try {
      if (leases != null) {
        leases.giveBack(key, token);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Reclaims an expired entry that a read ran into, if it is still there. */
  public void reclaim(Node<K, V> node, long now) {
    lock.lock();
    try {
      entries.sweep(now, SWEEP);
      entries.reclaim(node, now);
    } finally {
      lock.unlock();
    }
  }

  /** Sorts an entry anew whose deadline a read has moved backwards. */
  public void reschedule(ExpiringNode<K, V> node) {
    lock.lock();
    try {
      entries.reschedule(node);
    } finally {
      lock.unlock();
    }
  }

  // Steps on all keys

  /** Locks the segment for a step that concerns the whole cache. */
  public void lock() {
    lock.lock();
  }

  /** Unlocks it. */
  public void unlock() {
    lock.unlock();
  }

  /** Forgets all entries, leases and marks; the caller has locked all segments. */
  @SuppressWarnings("GuardedBy") // the caller holds the locks
  public void clear(Node<K, V>[] empty, long now, boolean closing) {
    closed |= closing;
    entries.clear(empty, now, closing);
    if (leases != null) {
      leases.voidAll();
    }
    if (loads != null) {
      loads.voidAll();
    }
    if (marks != null) {
      marks.values().forEach(Mark::clear);
    }
  }

  /** Moves the entries to a larger array, unless that was given up meanwhile. */
  public void moveTo(Node<K, V>[] larger) {
    lock.lock();
    try {
      entries.moveTo(larger);
    } finally {
      lock.unlock();
    }
  }

  /** Reclaims all entries that have expired and are not retained any more. */
  public void sweep(long now) {
    lock.lock();
    try {
      entries.sweep(now, Integer.MAX_VALUE);
      entries.noteDeadline();
    } finally {
      lock.unlock();
    }
  }

  /** Reclaims a number of them. */
  public void sweepSome(long now) {
    lock.lock();
    try {
      entries.sweep(now, SWEEP);
    } finally {
      lock.unlock();
    }
  }

  /** Evicts expired entries, retained ones too, for one of any segment, if the pool is empty. */
  public void evictExpiredFor(Reservation reservation, long now) {
    lock.lock();
    try {
      reservation.add(capacity.take(reservation.missing()));
      while (!reservation.isComplete()) {
        Node<K, V> victim = entries.evict(now, false);
        if (victim == null) {
          break;
        }
        reservation.add(victim.weight());
      }
      entries.noteDeadline();
    } finally {
      lock.unlock();
    }
  }

  /** Evicts for an entry of another segment. Returns false if there is nothing to evict. */
  public boolean evictFor(Reservation reservation, long now) {
    lock.lock();
    try {
      int evicted = 0;
      for (; evicted < VISIT && !reservation.isComplete(); evicted++) {
        Node<K, V> victim = entries.evict(now, true);
        if (victim == null) {
          break;
        }
        reservation.add(victim.weight());
      }
      return evicted > 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Evicts while more is held than the maximum: all expired entries, or a few of any kind. Returns
   * false if there was nothing to evict.
   */
  public boolean shrink(long now, boolean live) {
    lock.lock();
    try {
      int evicted = 0;
      for (; (!live || evicted < VISIT) && capacity.isExceeded(); evicted++) {
        Node<K, V> victim = entries.evict(now, live);
        if (victim == null) {
          break;
        }
        capacity.release(victim.weight());
      }
      return evicted > 0;
    } finally {
      lock.unlock();
    }
  }

  // Looking

  /** Returns all entries, in no order. */
  public List<Node<K, V>> nodes() {
    lock.lock();
    try {
      return entries.all();
    } finally {
      lock.unlock();
    }
  }

  /** Returns all entries, the next victims first and those never evicted last. */
  public List<Node<K, V>> coldestFirst() {
    lock.lock();
    try {
      return entries.coldestFirst();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the weight of all entries, as it was a moment ago. */
  @SuppressWarnings("GuardedBy") // a hint, which may be torn or late
  public long weightHint() {
    return entries.weight();
  }

  /** What is and what was in a segment, at one moment. */
  public record Census(long size, long weight, long evictions, long evictedWeight) {
    /** Of nothing. */
    public static final Census EMPTY = new Census(0, 0, 0, 0);

    /** Returns the sum of both. */
    public Census plus(Census other) {
      return new Census(
          size + other.size,
          weight + other.weight,
          evictions + other.evictions,
          evictedWeight + other.evictedWeight);
    }
  }

  /** Counts. */
  public Census census() {
    lock.lock();
    try {
      return new Census(
          entries.size(), entries.weight(), entries.evictions(), entries.evictedWeight());
    } finally {
      lock.unlock();
    }
  }

  /** Returns the number of keys with leases out, of running computes, and of loads to join. */
  public int pending() {
    lock.lock();
    try {
      return (leases == null ? 0 : leases.size())
          + (marks == null ? 0 : marks.size())
          + (loads == null ? 0 : loads.size());
    } finally {
      lock.unlock();
    }
  }

  /** Checks that table, policy, deadlines and weight agree. */
  public void validate() {
    lock.lock();
    try {
      entries.validate();
    } finally {
      lock.unlock();
    }
  }

  // Under the lock

  @GuardedBy("lock")
  private void requireOpen() {
    if (closed) {
      throw owner.closed();
    }
  }

  @GuardedBy("lock")
  private @Nullable Mark markOf(K key) {
    return marks == null || marks.isEmpty() ? null : marks.get(key);
  }

  @GuardedBy("lock")
  private void voidLeases(K key, int hash) {
    if (leases != null) {
      leases.voidLeases(key);
    }
    if (loads != null) {
      loads.voidLoad(key, hash);
    }
  }

  private static <K, V> @Nullable V liveValue(@Nullable Node<K, V> node, long now) {
    return node == null || !node.isLive(now) ? null : node.value();
  }

  /** Returns true if a write depends on an entry that is not the live one any more. */
  private static boolean isStale(
      @Nullable Object seen, @Nullable Node<?, ?> found, @Nullable Object liveValue) {
    return seen != ANY && seen != (liveValue == null ? null : found);
  }
}
