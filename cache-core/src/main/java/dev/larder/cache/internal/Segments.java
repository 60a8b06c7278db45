package dev.larder.cache.internal;

import dev.larder.cache.internal.eviction.Clock;
import dev.larder.cache.internal.eviction.EvictionPolicy;
import dev.larder.cache.internal.eviction.Unbounded;
import dev.larder.cache.internal.node.Node;
import dev.larder.cache.internal.segment.Capacity;
import dev.larder.cache.internal.segment.Reservation;
import dev.larder.cache.internal.segment.Segment;
import dev.larder.cache.internal.segment.SegmentOwner;
import dev.larder.cache.internal.table.HashTable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * All segments of a cache, and what takes more than one of them: room taken from another segment,
 * growth, clearing, a new maximum.
 */
final class Segments<K, V> {
  /** Forces the number of segments, for tests; a power of two. */
  static final String PROPERTY = "dev.larder.cache.segments";

  private static final long SEGMENTS_PER_PROCESSOR = 16L;
  private static final int MAXIMUM_SEGMENTS = 1 << 12;
  private static final int ENTRIES_PER_SEGMENT = 512;
  private static final long UNBOUNDED_SEGMENTS_PER_PROCESSOR = 4;

  private final Segment<K, V>[] segments;
  private final HashTable<K, V> table;
  private final Capacity capacity;
  private final boolean weighs;
  private final int mask;
  private final int seed = ThreadLocalRandom.current().nextInt();

  Segments(CacheConfig<K, V> config, SegmentOwner<K, V> owner) {
    int count = count(config);
    weighs = config.weigher() != null;
    mask = count - 1;
    capacity = new Capacity(config.maximum(), config.bounded(), count);
    table =
        new HashTable<>(
            count, Math.min(config.initialCapacity(), config.maximum()), maximumEntries());
    segments = array(count);
    for (int i = 0; i < count; i++) {
      EvictionPolicy<K, V> policy = config.bounded() ? new Clock<>() : new Unbounded<>();
      segments[i] =
          new Segment<>(
              i, count, table, capacity, policy, owner, Time.nanos(config.retainExpired()));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <K, V> Segment<K, V>[] array(int length) {
    return new Segment[length];
  }

  private static int count(CacheConfig<?, ?> config) {
    int forced = Integer.getInteger(PROPERTY, 0);
    int processors = Runtime.getRuntime().availableProcessors();
    long wanted =
        config.bounded()
            ? Math.min(SEGMENTS_PER_PROCESSOR * processors, config.maximum() / ENTRIES_PER_SEGMENT)
            : UNBOUNDED_SEGMENTS_PER_PROCESSOR * processors;
    long count = forced > 0 ? forced : wanted;
    return Integer.highestOneBit((int) Math.max(1, Math.min(count, MAXIMUM_SEGMENTS)));
  }

  /** Returns the hash of a key, mixed with a seed that nobody outside knows. */
  int hash(K key) {
    Objects.requireNonNull(key, "key");
    int hash = (key.hashCode() ^ seed) * 0x9E3779B1;
    return hash ^ (hash >>> 16);
  }

  /** Returns the segment of a hash. */
  Segment<K, V> of(int hash) {
    return segments[hash & mask];
  }

  /** Looks a key up, without a lock unless the table is growing. */
  @Nullable Node<K, V> find(K key, int hash) {
    Node<K, V>[] array = table.current();
    Node<K, V> node = HashTable.find(array, key, hash);
    return node != null ? node : findAgain(array, key, hash);
  }

  private @Nullable Node<K, V> findAgain(Node<K, V>[] array, K key, int hash) {
    Node<K, V> node = HashTable.findColliding(array, key, hash);
    return node != null || table.isSettled(array) ? node : of(hash).find(key, hash);
  }

  /**
   * Gets room for an entry that its own segment has none for: from what has expired anywhere, or
   * else, at the next try, from other segments. Those below their share take from fuller ones.
   */
  Reservation complete(Reservation reservation, Segment<K, V> own, long now) {
    if (capacity.mayHaveExpired(now) && reservation.sweep()) {
      capacity.forgetDeadlines();
      for (Segment<K, V> segment : segments) {
        segment.sweepSome(now);
      }
      for (Segment<K, V> segment : segments) {
        segment.evictExpiredFor(reservation, now);
      }
      return reservation;
    }
    while (!reservation.isComplete()) {
      Segment<K, V> fuller = fullerOfTwo();
      if ((fuller == own || !fuller.evictFor(reservation, now))
          && !anyOtherEvictsFor(reservation, own, now)) {
        reservation.exhaust();
        break;
      }
    }
    return reservation;
  }

  private boolean anyOtherEvictsFor(Reservation reservation, Segment<K, V> own, long now) {
    for (Segment<K, V> segment : segments) {
      if (segment != own && segment.evictFor(reservation, now)) {
        return true;
      }
    }
    return false;
  }

  private Segment<K, V> fullerOfTwo() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Segment<K, V> one = segments[random.nextInt(segments.length)];
    Segment<K, V> other = segments[random.nextInt(segments.length)];
    return one.weightHint() > other.weightHint() ? one : other;
  }

  /** Doubles the table, unless it has grown beyond that many buckets already. */
  void grow(int buckets) {
    Node<K, V>[] larger = table.beginGrowth(buckets);
    if (larger != null) {
      for (Segment<K, V> segment : segments) {
        segment.moveTo(larger);
      }
      table.endGrowth(larger);
    }
  }

  /** Reclaims what has expired in all segments. */
  void sweep(long now) {
    capacity.forgetDeadlines();
    for (Segment<K, V> segment : segments) {
      segment.sweep(now);
    }
  }

  void sweepIfAnyExpired(long now) {
    if (capacity.mayHaveExpired(now)) {
      sweep(now);
    }
  }

  /** Removes everything at one instant. */
  void clear(long now, boolean closing) {
    lockAll();
    try {
      Node<K, V>[] empty = table.clear(segments.length);
      for (Segment<K, V> segment : segments) {
        segment.clear(empty, now, closing);
      }
      capacity.forgetDeadlines();
    } finally {
      unlockAll();
    }
  }

  boolean isBounded() {
    return capacity.isBounded();
  }

  long maximum() {
    return capacity.maximum();
  }

  /** Changes the maximum, and evicts what is above it, or above one set meanwhile. */
  void maximum(long maximum, long now) {
    lockAll();
    try {
      capacity.maximum(maximum);
      table.maximumEntries(maximumEntries());
    } finally {
      unlockAll();
    }
    sweepIfAnyExpired(now);
    for (Segment<K, V> segment : segments) {
      segment.shrink(now, false);
    }
    while (capacity.isExceeded()) {
      if (!fullerOfTwo().shrink(now, true) && !anyShrinks(now)) {
        Thread.onSpinWait(); // until writers that hold room have stored or given it back
      }
    }
  }

  private boolean anyShrinks(long now) {
    for (Segment<K, V> segment : segments) {
      if (segment.shrink(now, true)) {
        return true;
      }
    }
    return false;
  }

  private long maximumEntries() {
    return capacity.isBounded() && !weighs ? capacity.maximum() : Long.MAX_VALUE;
  }

  private void lockAll() {
    for (Segment<K, V> segment : segments) {
      segment.lock();
    }
  }

  private void unlockAll() {
    for (Segment<K, V> segment : segments) {
      segment.unlock();
    }
  }

  long size() {
    return capacity.isBounded() && !weighs ? capacity.held() : census().size();
  }

  long weight() {
    return capacity.isBounded() ? capacity.held() : census().weight();
  }

  /** Counts in one segment after the other. */
  Segment.Census census() {
    return Arrays.stream(segments)
        .map(Segment::census)
        .reduce(Segment.Census.EMPTY, Segment.Census::plus);
  }

  /** Returns the keys, a segment at a time. */
  Iterator<List<K>> keys() {
    return Arrays.stream(segments)
        .map(segment -> segment.nodes().stream().map(node -> node.key).toList())
        .iterator();
  }

  /** Returns all entries; those that their segments would evict first come first. */
  List<Node<K, V>> coldestFirst() {
    return Ranking.merge(Arrays.stream(segments).map(Segment::coldestFirst).toList());
  }

  /** Returns the weight of each segment. */
  long[] weights() {
    return Arrays.stream(segments).mapToLong(segment -> segment.census().weight()).toArray();
  }

  /** Returns the number of keys with leases out, of running computes, and of loads to join. */
  long pending() {
    return Arrays.stream(segments).mapToInt(Segment::pending).sum();
  }

  /** Checks all structures, and that no room is lost while nobody writes. */
  void validate() {
    lockAll();
    try {
      Arrays.stream(segments).forEach(Segment::validate);
      long weight = census().weight();
      if (capacity.isBounded() && weight != capacity.held()) {
        throw new AssertionError("of " + capacity.held() + " held only " + weight + " is there");
      }
    } finally {
      unlockAll();
    }
  }
}
