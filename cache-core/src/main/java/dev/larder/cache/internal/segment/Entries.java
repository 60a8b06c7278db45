package dev.larder.cache.internal.segment;

import dev.larder.cache.RemovalCause;
import dev.larder.cache.internal.eviction.EvictionPolicy;
import dev.larder.cache.internal.expiration.DeadlineQueue;
import dev.larder.cache.internal.node.Draft;
import dev.larder.cache.internal.node.ExpiringNode;
import dev.larder.cache.internal.node.Node;
import dev.larder.cache.internal.table.Buckets;
import dev.larder.cache.internal.table.HashTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one segment: table, order for eviction and deadlines, which agree after each call.
 * It knows no threads; every call is made under the segment's lock.
 *
 * <p>Invariant: each entry is in the buckets; those that expire, and no others, are in the queue of
 * deadlines; in a bounded cache those that weigh something, and no others, are known to the policy;
 * the weight is the sum of their weights, and all of it is taken from the capacity.
 */
final class Entries<K, V> {
  /** How many keys that cannot be ordered may share one hash code in a bounded cache. */
  private static final int MAXIMUM_COLLISIONS = 256;

  private final HashTable<K, V> table;
  private final Buckets<K, V> buckets;
  private final EvictionPolicy<K, V> policy;
  private final DeadlineQueue<K, V> deadlines = new DeadlineQueue<>();
  private final Capacity capacity;
  private final SegmentOwner<K, V> owner;
  private final long retainNanos;
  private long weight;
  private long evictions;
  private long evictedWeight;

  Entries(
      HashTable<K, V> table,
      Buckets<K, V> buckets,
      EvictionPolicy<K, V> policy,
      Capacity capacity,
      SegmentOwner<K, V> owner,
      long retainNanos) {
    this.table = table;
    this.buckets = buckets;
    this.policy = policy;
    this.capacity = capacity;
    this.owner = owner;
    this.retainNanos = retainNanos;
  }

  // Looking

  @Nullable Node<K, V> find(K key, int hash) {
    return buckets.find(key, hash);
  }

  List<Node<K, V>> all() {
    List<Node<K, V>> all = new ArrayList<>(buckets.size());
    buckets.forEach(all::add);
    return all;
  }

  List<Node<K, V>> coldestFirst() {
    List<Node<K, V>> nodes = new ArrayList<>(policy.coldestFirst());
    for (Node<K, V> node : all()) {
      if (node.list == 0) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  int size() {
    return buckets.size();
  }

  long weight() {
    return weight;
  }

  long evictions() {
    return evictions;
  }

  long evictedWeight() {
    return evictedWeight;
  }

  /** Returns the number of buckets if they are too few and may become more, else 0. */
  int crowdedBuckets() {
    return buckets.isCrowded() && table.mayGrow(buckets.buckets()) ? buckets.buckets() : 0;
  }

  /** Checks that table, policy, deadlines and weight agree. */
  void validate() {
    List<Node<K, V>> all = all();
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
  }

  private static void require(boolean condition, String what, Object value) {
    if (!condition) {
      throw new AssertionError("a segment is broken: " + what + ": " + value);
    }
  }

  // Changing

  /** Moves to a larger array, unless that was given up meanwhile. */
  void moveTo(Node<K, V>[] larger) {
    if (table.isGrowingTo(larger)) {
      buckets.moveTo(larger);
    }
  }

  /** Forgets all entries, and goes on in an empty array. */
  void clear(Node<K, V>[] empty, long now, boolean closing) {
    boolean quiet = closing || (deadlines.size() == 0 && !owner.listens());
    List<Node<K, V>> all = quiet ? List.of() : all();
    buckets.clear(empty);
    policy.clear();
    deadlines.clear();
    capacity.release(weight);
    weight = 0;
    for (Node<K, V> node : all) {
      leave(node.key, node.value(), node.weight(), causeOfRemoval(node, now));
    }
  }

  /** Reclaims an expired entry, if it is still there and not retained any more. */
  void reclaim(Node<K, V> node, long now) {
    if (buckets.find(node.key, node.hash) == node && !node.isLive(now - retainNanos)) {
      remove(node, now);
    }
  }

  /** Sorts an entry anew whose deadline has moved backwards. */
  void reschedule(ExpiringNode<K, V> node) {
    if (buckets.find(node.key, node.hash) == node) {
      deadlines.remove(node);
      node.reschedule();
      schedule(node);
    }
  }

  /** Notes when the next entry expires. */
  void noteDeadline() {
    capacity.expiresAt(deadlines.next());
  }

  /** Stores a value in the place of {@code found}, once there is room; null when that is done. */
  @Nullable Reservation install(
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
      remove(old, now);
      old = null;
    }
    RemovalCause refusal = refusal(old, key, draft, start, now);
    if (refusal == null && old != null && value != null && takesValue(old, draft)) {
      replaceValue(old, value);
      Reservation.giveBack(reservation);
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
      Reservation.giveBack(reservation);
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

  private void replaceValue(Node<K, V> node, V value) {
    V before = node.value();
    node.use();
    if (before != value && before != null) {
      node.value(value);
      owner.left(node.key, before, RemovalCause.REPLACED);
    }
  }

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
  @Nullable Node<K, V> evict(long now, boolean live) {
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

  /** Reclaims entries that have expired and are not retained any more. */
  void sweep(long now, int limit) {
    for (int i = 0; i < limit; i++) {
      Node<K, V> expired = deadlines.firstExpired(now - retainNanos);
      if (expired == null) {
        return;
      }
      drop(expired, RemovalCause.EXPIRED);
      capacity.release(expired.weight());
    }
  }

  /** Removes an entry if there is one, and gives its room back. */
  void remove(@Nullable Node<K, V> node, long now) {
    if (node != null) {
      drop(node, causeOfRemoval(node, now));
      capacity.release(node.weight());
    }
  }

  private static RemovalCause causeOfRemoval(Node<?, ?> node, long now) {
    return node.isLive(now) ? RemovalCause.EXPLICIT : RemovalCause.EXPIRED;
  }

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

  private void schedule(Node<K, V> node) {
    if (node instanceof ExpiringNode<K, V> expiring && expiring.scheduled() != Node.NEVER) {
      deadlines.add(expiring);
      capacity.expiresAt(expiring.scheduled());
    }
  }

  /** Unlinks an entry; its room is the caller's. */
  private void drop(Node<K, V> node, RemovalCause cause) {
    buckets.unlink(node);
    policy.remove(node);
    deadlines.remove(node);
    weight -= node.weight();
    leave(node.key, node.value(), node.weight(), cause);
  }

  /** Counts and reports a value that left, or was never stored. */
  void leave(K key, @Nullable V value, int itsWeight, RemovalCause cause) {
    if (cause.wasEvicted()) {
      evictions++;
      evictedWeight += itsWeight;
    }
    if (value != null) {
      owner.left(key, value, cause);
    }
  }
}
