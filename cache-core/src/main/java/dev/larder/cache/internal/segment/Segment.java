package dev.larder.cache.internal.segment;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.larder.cache.RemovalCause;
import dev.larder.cache.internal.eviction.EvictionPolicy;
import dev.larder.cache.internal.expiration.DeadlineQueue;
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
import java.util.ArrayList;
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
  /** How many keys that cannot be ordered may share one hash code in a bounded cache. */
  private static final int MAXIMUM_COLLISIONS = 256;

  /** How many expired entries one write reclaims. */
  private static final int SWEEP = 64;

  /** How many entries one visit evicts for another segment. */
  private static final int VISIT = 8;

  private static final Object ANY = new Object();

  private final ReentrantLock lock = new ReentrantLock();
  private final HashTable<K, V> table;
  private final Capacity capacity;
  private final SegmentOwner<K, V> owner;
  private final long retainNanos;

  @GuardedBy("lock")
  private final Buckets<K, V> buckets;

  @GuardedBy("lock")
  private final EvictionPolicy<K, V> policy;

  @GuardedBy("lock")
  private final DeadlineQueue<K, V> deadlines = new DeadlineQueue<>();

  @GuardedBy("lock")
  private @Nullable LeaseTable<K> leases;

  @GuardedBy("lock")
  private @Nullable LoadTable<K, V> loads;

  @GuardedBy("lock")
  private @Nullable Map<K, Mark> marks;

  @GuardedBy("lock")
  private long weight;

  @GuardedBy("lock")
  private long evictions;

  @GuardedBy("lock")
  private long evictedWeight;

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
    this.table = table;
    this.capacity = capacity;
    this.policy = policy;
    this.owner = owner;
    this.retainNanos = retainNanos;
    this.buckets = new Buckets<>(table, segments, number);
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
      return buckets.find(key, hash);
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
      sweep(now, SWEEP);
      Node<K, V> found = buckets.find(key, hash);
      V before = liveValue(found, now);
      if (isStale(seen, found, before)) {
        return Verdict.STALE;
      }
      if (!guard.test(before)) {
        release(reservation);
        return before;
      }
      Reservation missing = install(found, key, hash, value, draft, now, now, reservation);
      if (missing != null) {
        return missing;
      }
      voidLeases(key, hash);
      crowded = crowdedBuckets();
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
      sweep(now, SWEEP);
      Node<K, V> found = buckets.find(key, hash);
      V before = liveValue(found, now);
      if (guard.test(before)) {
        voidLeases(key, hash);
        removeNode(found, now);
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
        release(reservation);
        return Verdict.REFUSED;
      }
      sweep(now, SWEEP);
      Node<K, V> found = buckets.find(key, hash);
      if (isStale(seen, found, liveValue(found, now))) {
        return Verdict.STALE;
      }
      if (draft.isDead(start, now)) {
        release(reservation);
        leave(key, value, draft.weight(), RemovalCause.EXPIRED);
        return Verdict.REFUSED;
      }
      Reservation missing = install(found, key, hash, value, draft, start, now, reservation);
      if (missing != null) {
        return missing;
      }
      voidLeases(key, hash);
      crowded = crowdedBuckets();
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
      sweep(now, SWEEP);
      V before = liveValue(buckets.find(key, hash), now);
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
        release(reservation);
        return null;
      }
      Node<K, V> found = buckets.find(key, hash);
      if (isStale(seen, found, liveValue(found, now))) {
        return Verdict.STALE;
      }
      voidLeases(key, hash);
      if (value == null || draft == null) {
        removeNode(found, now);
        return null;
      }
      Reservation missing = install(found, key, hash, value, draft, now, now, reservation);
      crowded = crowdedBuckets();
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
      found = buckets.find(key, hash);
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
      sweep(now, SWEEP);
      if (buckets.find(node.key, node.hash) == node && !node.isLive(now - retainNanos)) {
        removeNode(node, now);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sorts an entry anew whose deadline a read has moved backwards. */
  public void reschedule(ExpiringNode<K, V> node) {
    lock.lock();
    try {
      if (buckets.find(node.key, node.hash) == node) {
        deadlines.remove(node);
        node.reschedule();
        schedule(node);
      }
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
    boolean quiet = closing || (deadlines.size() == 0 && !owner.listens());
    List<Node<K, V>> all = quiet ? List.of() : allNodes();
    closed |= closing;
    buckets.clear(empty);
    policy.clear();
    deadlines.clear();
    capacity.release(weight);
    weight = 0;
    if (leases != null) {
      leases.voidAll();
    }
    if (loads != null) {
      loads.voidAll();
    }
    if (marks != null) {
      marks.values().forEach(Mark::clear);
    }
    for (Node<K, V> node : all) {
      leave(
          node.key,
          node.value(),
          node.weight(),
          node.isLive(now) ? RemovalCause.EXPLICIT : RemovalCause.EXPIRED);
    }
  }

  /** Moves the entries to a larger array, unless that was given up meanwhile. */
  public void moveTo(Node<K, V>[] larger) {
    lock.lock();
    try {
      if (table.isGrowingTo(larger)) {
        buckets.moveTo(larger);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Reclaims all entries that have expired and are not retained any more. */
  public void sweep(long now) {
    lock.lock();
    try {
      sweep(now, Integer.MAX_VALUE);
      capacity.expiresAt(deadlines.next());
    } finally {
      lock.unlock();
    }
  }

  /** Reclaims a number of them. */
  public void sweepSome(long now) {
    lock.lock();
    try {
      sweep(now, SWEEP);
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
        Node<K, V> victim = evict(now, false);
        if (victim == null) {
          break;
        }
        reservation.add(victim.weight());
      }
      capacity.expiresAt(deadlines.next());
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
        Node<K, V> victim = evict(now, true);
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
        Node<K, V> victim = evict(now, live);
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
      return allNodes();
    } finally {
      lock.unlock();
    }
  }

  /** Returns all entries, the next victims first and those never evicted last. */
  public List<Node<K, V>> coldestFirst() {
    lock.lock();
    try {
      List<Node<K, V>> nodes = new ArrayList<>(policy.coldestFirst());
      for (Node<K, V> node : allNodes()) {
        if (node.list == 0) {
          nodes.add(node);
        }
      }
      return nodes;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the number of entries. */
  public int size() {
    lock.lock();
    try {
      return buckets.size();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the weight of all entries, as it was a moment ago. */
  @SuppressWarnings("GuardedBy") // a hint, which may be torn or late
  public long weightHint() {
    return weight;
  }

  /** Returns the weight of all entries. */
  public long weight() {
    lock.lock();
    try {
      return weight;
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

  /** Returns how many entries were evicted or expired. */
  public long evictions() {
    lock.lock();
    try {
      return evictions;
    } finally {
      lock.unlock();
    }
  }

  /** Returns their weight. */
  public long evictedWeight() {
    lock.lock();
    try {
      return evictedWeight;
    } finally {
      lock.unlock();
    }
  }

  /** Checks that table, policy, deadlines and weight agree. */
  public void validate() {
    lock.lock();
    try {
      List<Node<K, V>> all = allNodes();
      long sum = 0;
      long scheduled = 0;
      for (Node<K, V> node : all) {
        sum += node.weight();
        scheduled += node instanceof ExpiringNode<K, V> e && e.position >= 0 ? 1 : 0;
        require(buckets.find(node.key, node.hash) == node, "an entry is not found", node.key);
      }
      require(all.size() == buckets.size(), "size", buckets.size());
      require(sum == weight, "weight", weight);
      require(scheduled == deadlines.size(), "number of deadlines", deadlines.size());
      require(
          !capacity.isBounded()
              || policy.coldestFirst().size()
                  == all.stream().filter(node -> node.weight() > 0).count(),
          "entries that may be evicted",
          policy.coldestFirst().size());
      deadlines.validate();
    } finally {
      lock.unlock();
    }
  }

  private static void require(boolean condition, String what, Object value) {
    if (!condition) {
      throw new AssertionError("a segment is broken: " + what + ": " + value);
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

  @GuardedBy("lock")
  private List<Node<K, V>> allNodes() {
    List<Node<K, V>> all = new ArrayList<>(buckets.size());
    buckets.forEach(all::add);
    return all;
  }

  @GuardedBy("lock")
  private int crowdedBuckets() {
    return buckets.isCrowded() && table.mayGrow(buckets.buckets()) ? buckets.buckets() : 0;
  }

  private static <K, V> @Nullable V liveValue(@Nullable Node<K, V> node, long now) {
    return node == null || !node.isLive(now) ? null : node.value();
  }

  /** Returns true if a write depends on an entry that is not the live one any more. */
  private static boolean isStale(
      @Nullable Object seen, @Nullable Node<?, ?> found, @Nullable Object liveValue) {
    return seen != ANY && seen != (liveValue == null ? null : found);
  }

  private static void release(@Nullable Reservation reservation) {
    if (reservation != null) {
      reservation.release();
    }
  }

  /** Stores a value in the place of {@code found}, once there is room; null when that is done. */
  @GuardedBy("lock")
  private @Nullable Reservation install(
      @Nullable Node<K, V> found,
      K key,
      int hash,
      @Nullable V value,
      Draft draft,
      long start,
      long now,
      @Nullable Reservation reservation) {
    Node<K, V> old = found;
    if (old != null && !old.isLive(now)) {
      removeNode(old, now);
      old = null;
    }
    RemovalCause refusal = refusal(old, key, draft, start, now);
    if (refusal == null && old != null && value != null && takesValue(old, draft)) {
      replaceValue(old, value);
      release(reservation);
      return null;
    }
    long oldWeight = old == null ? 0 : old.weight();
    long wanted = draft.weight() - oldWeight;
    long missing = 0;
    if (refusal == null) {
      if (old != null && wanted > 0) {
        policy.remove(old); // it must not make room for its own replacement
      }
      missing = makeRoom(wanted, now, reservation);
      if (missing > 0 && (reservation == null || !reservation.isExhausted())) {
        if (old != null && oldWeight > 0) {
          policy.add(old);
        }
        return (reservation == null ? new Reservation(capacity) : reservation)
            .with(wanted, wanted - missing);
      }
    }
    if (refusal != null || missing > 0) {
      capacity.release(missing > 0 ? wanted - missing : 0);
      release(reservation);
      refuse(old, key, value, draft, refusal == null ? RemovalCause.SIZE : refusal);
      return null;
    }
    capacity.release(-missing);
    link(old, draft.node(key, hash, value, start, now), wanted);
    return null;
  }

  /** Returns true if the entry, as it is, can hold a value of that draft. */
  private static boolean takesValue(Node<?, ?> node, Draft draft) {
    return draft.isTimeless()
        && !(node instanceof ExpiringNode<?, ?>)
        && node.weight() == draft.weight();
  }

  @GuardedBy("lock")
  private void replaceValue(Node<K, V> node, V value) {
    V before = node.value();
    node.use();
    if (before != value && before != null) {
      node.value(value);
      owner.left(node.key, before, RemovalCause.REPLACED);
    }
  }

  @GuardedBy("lock")
  private @Nullable RemovalCause refusal(
      @Nullable Node<K, V> old, K key, Draft draft, long start, long now) {
    if (draft.isDead(start, now)) {
      return RemovalCause.EXPIRED;
    }
    if (!capacity.isBounded()) {
      return null;
    }
    if (draft.weight() > capacity.maximum()) {
      return RemovalCause.SIZE;
    }
    if (old == null
        && buckets.collisions() >= MAXIMUM_COLLISIONS
        && !(key instanceof Comparable<?>)) {
      owner.refusedColliding(key);
      return RemovalCause.SIZE;
    }
    return null;
  }

  @GuardedBy("lock")
  private void refuse(
      @Nullable Node<K, V> old, K key, @Nullable V value, Draft draft, RemovalCause cause) {
    if (old != null) {
      drop(old, RemovalCause.REPLACED);
      capacity.release(old.weight());
    }
    leave(key, value, draft.weight(), cause);
  }

  /**
   * Makes room: from what the writer brings along, from the pool, by evicting here if this segment
   * is not far below its share.
   *
   * @return how much is missing still; negative if there is more than was wanted
   */
  @GuardedBy("lock")
  private long makeRoom(long wanted, long now, @Nullable Reservation reservation) {
    long missing = reservation == null ? wanted : wanted - reservation.use();
    if (missing > 0) {
      missing -= capacity.take(missing);
    }
    boolean swept =
        !capacity.mayHaveExpired(now) || (reservation != null && reservation.hasSwept());
    if (missing > 0 && !swept && retainNanos > 0) {
      return missing; // what is only retained leaves after all that is not even that
    }
    boolean exhausted = reservation != null && reservation.isExhausted();
    while (missing > 0) {
      boolean live = exhausted || (swept && capacity.isFairShare(weight));
      Node<K, V> victim = evict(now, live);
      if (victim == null) {
        break;
      }
      missing -= victim.weight();
    }
    return missing;
  }

  /** Evicts an expired entry, or else, if allowed, a live one. Its room is the caller's. */
  @GuardedBy("lock")
  private @Nullable Node<K, V> evict(long now, boolean live) {
    Node<K, V> victim = deadlines.firstExpired(now);
    if (victim != null) {
      drop(victim, RemovalCause.EXPIRED);
      return victim;
    }
    victim = live ? policy.evict() : null;
    if (victim != null) {
      drop(victim, RemovalCause.SIZE);
    }
    return victim;
  }

  @GuardedBy("lock")
  private void sweep(long now, int limit) {
    for (int i = 0; i < limit; i++) {
      Node<K, V> expired = deadlines.firstExpired(now - retainNanos);
      if (expired == null) {
        return;
      }
      drop(expired, RemovalCause.EXPIRED);
      capacity.release(expired.weight());
    }
  }

  @GuardedBy("lock")
  private void removeNode(@Nullable Node<K, V> node, long now) {
    if (node != null) {
      drop(node, node.isLive(now) ? RemovalCause.EXPLICIT : RemovalCause.EXPIRED);
      capacity.release(node.weight());
    }
  }

  @GuardedBy("lock")
  private void link(@Nullable Node<K, V> old, Node<K, V> fresh, long heavier) {
    if (old == null) {
      buckets.link(fresh);
    } else {
      buckets.replace(old, fresh);
      deadlines.remove(old);
    }
    if (fresh.weight() == 0) {
      if (old != null) {
        policy.remove(old);
      }
    } else if (old == null || heavier > 0) {
      policy.add(fresh);
    } else {
      policy.replace(old, fresh);
    }
    schedule(fresh);
    weight += heavier;
    if (old != null && old.value() != fresh.value()) {
      leave(old.key, old.value(), old.weight(), RemovalCause.REPLACED);
    }
  }

  @GuardedBy("lock")
  private void schedule(Node<K, V> node) {
    if (node instanceof ExpiringNode<K, V> expiring && expiring.scheduled() != Node.NEVER) {
      deadlines.add(expiring);
      capacity.expiresAt(expiring.scheduled());
    }
  }

  /** Unlinks an entry; its room is the caller's. */
  @GuardedBy("lock")
  private void drop(Node<K, V> node, RemovalCause cause) {
    buckets.unlink(node);
    policy.remove(node);
    deadlines.remove(node);
    weight -= node.weight();
    leave(node.key, node.value(), node.weight(), cause);
  }

  @GuardedBy("lock")
  private void leave(K key, @Nullable V value, int itsWeight, RemovalCause cause) {
    if (cause.wasEvicted()) {
      evictions++;
      evictedWeight += itsWeight;
    }
    if (value != null) {
      owner.left(key, value, cause);
    }
  }
}
