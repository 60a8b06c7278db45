package dev.larder.testkit.plain;

import dev.larder.cache.RemovalCause;
import dev.larder.cache.internal.CacheConfig;
import dev.larder.cache.internal.CollisionWarning;
import dev.larder.cache.internal.Time;
import dev.larder.cache.internal.node.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The entries, their bound and their deadlines; it knows no threads, every call is made under the
 * cache's lock. The map's order is that of a CLOCK (Corbato 1968): the hand takes the first entry
 * and gives it another lap if it was used or weighs nothing. Deadlines lie in a sorted set.
 *
 * <p>Invariant: weight is the sum of the entries' weights and never above the maximum; the sorted
 * set holds just the entries that have a deadline.
 */
final class Store<K, V> {
  /** How many keys that cannot be ordered may share one hash code in a bounded cache. */
  private static final int MAXIMUM_COLLISIONS = 256;

  private final LinkedHashMap<K, Entry<K, V>> entries;
  private final TreeSet<Entry<K, V>> deadlines =
      new TreeSet<>(
          Comparator.<Entry<K, V>>comparingLong(Entry::deadline)
              .thenComparingLong(entry -> entry.sequence));
  private final Map<Integer, Integer> collisions = new HashMap<>();
  private final Departures<K, V> departures;
  private final CollisionWarning collisionWarning;
  private final boolean bounded;
  private final long retainNanos;
  private long maximum;
  private long weight;
  private long sequence;

  Store(CacheConfig<K, V> config, Departures<K, V> departures, CollisionWarning collisionWarning) {
    this.collisionWarning = collisionWarning;
    this.entries = new LinkedHashMap<>(config.initialCapacity());
    this.departures = departures;
    this.bounded = config.bounded();
    this.maximum = config.maximum();
    this.retainNanos = Time.nanos(config.retainExpired());
  }

  /** Returns the entry, an expired but retained one or a known absence included. */
  @Nullable Entry<K, V> find(K key) {
    return entries.get(key);
  }

  /** Returns the entry if it is a live value. */
  @Nullable Entry<K, V> findLive(K key, long now) {
    Entry<K, V> entry = entries.get(key);
    return entry != null && entry.value != null && entry.isLive(now) ? entry : null;
  }

  /** Counts a use of an entry of this store. */
  void use(Entry<K, V> entry, long accessDeadline) {
    entry.used = true;
    if (entry.accessDeadline != accessDeadline) {
      unschedule(entry);
      entry.accessDeadline = accessDeadline;
      schedule(entry);
    }
  }

  /** Stores an entry in the place of the one its key has, and makes room for it; or refuses it. */
  void put(Entry<K, V> entry, long now) {
    Entry<K, V> old = entries.get(entry.key);
    RemovalCause refusal = old == null ? refusalOfNew(entry, now) : refusal(entry, now);
    if (old != null) {
      unlink(old);
      entry.used = true;
      if (refusal != null || old.value != entry.value || !old.isLive(now)) {
        departures.left(old, old.isLive(now) ? RemovalCause.REPLACED : RemovalCause.EXPIRED);
      }
    }
    if (refusal != null) {
      departures.left(entry, refusal);
      return;
    }
    makeRoom(entry.weight, now);
    link(entry);
  }

  /** Removes the entry of a key, whatever it is. */
  void remove(K key, long now) {
    Entry<K, V> entry = entries.get(key);
    if (entry != null) {
      drop(entry, entry.isLive(now) ? RemovalCause.EXPLICIT : RemovalCause.EXPIRED);
    }
  }

  /** Removes everything. */
  void clear(long now) {
    List<Entry<K, V>> all = new ArrayList<>(entries.values());
    forgetAll();
    for (Entry<K, V> entry : all) {
      departures.left(entry, entry.isLive(now) ? RemovalCause.EXPLICIT : RemovalCause.EXPIRED);
    }
  }

  /** Removes everything and tells nobody. */
  void forgetAll() {
    entries.clear();
    deadlines.clear();
    collisions.clear();
    weight = 0;
  }

  /** Reclaims the entries whose time to live and retention have passed. */
  void sweep(long now) {
    while (!deadlines.isEmpty()) {
      Entry<K, V> first = deadlines.first();
      if (now < Node.deadline(first.deadline(), retainNanos)) {
        return;
      }
      drop(first, RemovalCause.EXPIRED);
    }
  }

  void maximum(long maximum, long now) {
    this.maximum = maximum;
    makeRoom(0, now);
  }

  long maximum() {
    return maximum;
  }

  int size() {
    return entries.size();
  }

  long weight() {
    return weight;
  }

  List<K> keys() {
    return new ArrayList<>(entries.keySet());
  }

  /** Returns the live values, those that the hand would take first first. */
  List<Entry<K, V>> coldestFirst(long now) {
    List<Entry<K, V>> live = new ArrayList<>();
    for (Entry<K, V> entry : entries.values()) {
      if (entry.value != null && entry.isLive(now)) {
        live.add(entry);
      }
    }
    live.sort(Comparator.comparingInt(entry -> entry.weight == 0 ? 2 : entry.used ? 1 : 0));
    return live;
  }

  private @Nullable RemovalCause refusal(Entry<K, V> entry, long now) {
    if (!entry.isLive(now)) {
      return RemovalCause.EXPIRED;
    }
    return entry.weight > maximum ? RemovalCause.SIZE : null;
  }

  private @Nullable RemovalCause refusalOfNew(Entry<K, V> entry, long now) {
    RemovalCause refusal = refusal(entry, now);
    return refusal == null && collidesTooOften(entry.key) ? RemovalCause.SIZE : refusal;
  }

  private boolean collidesTooOften(K key) {
    if (!countsCollisions(key) || collisions.getOrDefault(key.hashCode(), 0) < MAXIMUM_COLLISIONS) {
      return false;
    }
    collisionWarning.refused(key);
    return true;
  }

  private boolean countsCollisions(K key) {
    return bounded && !(key instanceof Comparable<?>);
  }

  private void makeRoom(long needed, long now) {
    while (weight > maximum - needed) {
      Entry<K, V> first = deadlines.isEmpty() ? null : deadlines.first();
      if (first != null && !first.isLive(now)) {
        drop(first, RemovalCause.EXPIRED);
      } else {
        drop(hand(), RemovalCause.SIZE);
      }
    }
  }

  /** Returns the next victim. There is one, for something weighs more than nothing. */
  private Entry<K, V> hand() {
    for (; ; ) {
      Iterator<Entry<K, V>> order = entries.values().iterator();
      Entry<K, V> first = order.next();
      if (first.weight > 0 && !first.used) {
        return first;
      }
      first.used = false;
      order.remove();
      entries.put(first.key, first);
    }
  }

  private void drop(Entry<K, V> entry, RemovalCause cause) {
    unlink(entry);
    departures.left(entry, cause);
  }

  private void link(Entry<K, V> entry) {
    entries.put(entry.key, entry);
    weight += entry.weight;
    entry.sequence = ++sequence;
    schedule(entry);
    if (countsCollisions(entry.key)) {
      collisions.merge(entry.key.hashCode(), 1, Integer::sum);
    }
  }

  private void unlink(Entry<K, V> entry) {
    entries.remove(entry.key);
    weight -= entry.weight;
    unschedule(entry);
    if (countsCollisions(entry.key)) {
      collisions.computeIfPresent(entry.key.hashCode(), (hash, n) -> n == 1 ? null : n - 1);
    }
  }

  private void schedule(Entry<K, V> entry) {
    if (entry.deadline() != Time.NEVER) {
      deadlines.add(entry);
    }
  }

  private void unschedule(Entry<K, V> entry) {
    if (entry.deadline() != Time.NEVER) {
      deadlines.remove(entry);
    }
  }
}
