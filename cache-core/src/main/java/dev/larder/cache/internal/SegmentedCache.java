package dev.larder.cache.internal;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheStats;
import dev.larder.cache.Lease;
import dev.larder.cache.Policy;
import dev.larder.cache.RemovalCause;
import dev.larder.cache.internal.flight.FlightTable;
import dev.larder.cache.internal.flight.LeaseTable;
import dev.larder.cache.internal.flight.Leased;
import dev.larder.cache.internal.flight.Loads;
import dev.larder.cache.internal.flight.Mark;
import dev.larder.cache.internal.flight.Scope;
import dev.larder.cache.internal.flight.Waits;
import dev.larder.cache.internal.flight.WritePermits;
import dev.larder.cache.internal.node.Draft;
import dev.larder.cache.internal.node.ExpiringNode;
import dev.larder.cache.internal.node.Node;
import dev.larder.cache.internal.segment.Reservation;
import dev.larder.cache.internal.segment.Segment;
import dev.larder.cache.internal.segment.SegmentOwner;
import dev.larder.cache.spi.CacheSupport;
import dev.larder.cache.spi.EntryReader;
import dev.larder.cache.spi.Flight;
import dev.larder.cache.spi.WritePermit;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cache: reads go straight to the table and take no lock; everything that changes a key goes to
 * the key's {@link Segment}. What concerns all keys is in {@link Segments}. Loads, write permits
 * and their waits lie beside it and know only leases. User code (loaders, functions, weigher,
 * expiry, listener, ticker) runs with no lock held.
 */
public final class SegmentedCache<K, V>
    implements Cache<K, V>,
        CacheSupport<K, V>,
        Scope,
        ExpiryReporter.Client,
        SegmentOwner<K, V>,
        MapOperations<K, V>,
        LeaseHome<K, V> {
  private final String name;
  private final Time time;
  private final Drafts<K, V> drafts;
  private final Counters counters;
  private final CollisionWarning collisionWarning;
  private final @Nullable Notifications<K, V> notifications;
  private final Duration retainExpired;
  private final boolean reportsExpiries;
  private final boolean reportsAtOperations;

  /** Whether a look at the table and the entry is all of a read. */
  private final boolean readsAreSilent;

  private final AtomicBoolean reporting = new AtomicBoolean();
  private final AtomicBoolean writerClaimed = new AtomicBoolean();
  private final FlightTable<K, V> flights;
  private final WritePermits<K> permits = new WritePermits<>(this);
  private final Segments<K, V> segments;
  private final Uses<K, V> uses;
  private final Computes<K, V> computes;

  /** Whether there may be entries that expire, so that operations need the time. */
  private volatile boolean timed;

  private volatile boolean closed;

  /** Creates a cache from checked options. */
  public SegmentedCache(CacheConfig<K, V> config) {
    name = config.name();
    time = new Time(config.ticker());
    drafts = new Drafts<>(config);
    counters = new Counters(time, config.recordStats());
    notifications =
        config.removalListener() == null
            ? null
            : new Notifications<>(config.removalListener(), config.executor(), this, counters);
    retainExpired = config.retainExpired();
    reportsExpiries = notifications != null && config.tickerRuns();
    reportsAtOperations = notifications != null && !reportsExpiries;
    readsAreSilent = !config.recordStats() && !reportsAtOperations;
    collisionWarning = new CollisionWarning(name);
    segments = new Segments<>(config, this);
    uses = new Uses<>(drafts, segments, Time.nanos(retainExpired));
    computes = new Computes<>(this, segments, drafts);
    flights = new FlightTable<>(this, new SegmentLoads<>(this, segments), counters);
    if (drafts.canExpire()) {
      expiryBegins();
    }
  }

  // Reads

  @Override
  public @Nullable V get(K key) {
    return getIfPresent(key);
  }

  @Override
  public @Nullable V getIfPresent(K key) {
    Node<K, V> node = lookUp(key);
    return node == null ? null : node.value();
  }

  /** Returns the live entry, a known absence too, counted as a use and in the statistics. */
  private @Nullable Node<K, V> lookUp(K key) {
    Node<K, V> node = segments.find(key, segments.hash(key));
    if (readsAreSilent) {
      if (node == null) {
        requireOpen();
        return null;
      }
      if (!(node instanceof ExpiringNode<K, V>)) {
        node.use();
        return node;
      }
    }
    return lookUp(node, lookUpTime(node));
  }

  private @Nullable Node<K, V> lookUp(@Nullable Node<K, V> found, long now) {
    boolean hit = found != null && uses.use(found, now);
    counters.lookedUp(hit);
    if (!hit) {
      requireOpen();
    }
    if (!hit && found != null && !uses.isRetained(found, now)) {
      segments.of(found.hash).reclaim(found, now);
      deliver();
    } else if (reportsAtOperations) {
      deliver();
    }
    return hit ? found : null;
  }

  @Override
  public Map<K, V> getAllPresent(Iterable<? extends K> keys) {
    requireOpen();
    Map<K, V> present = new LinkedHashMap<>();
    for (K key : distinct(keys)) {
      V value = getIfPresent(key);
      if (value != null) {
        present.put(key, value);
      }
    }
    return Collections.unmodifiableMap(present);
  }

  @Override
  public <R> R read(K key, EntryReader<? super V, R> reader) {
    Objects.requireNonNull(reader, "reader");
    Node<K, V> node = segments.find(key, segments.hash(key));
    long now = lookUpTime(node);
    boolean retained = node != null && uses.isRetained(node, now);
    boolean live = lookUp(node, now) != null;
    if (node == null || !retained || (node.value() == null && !live)) {
      return reader.read(null, 0, 0, false);
    }
    V value = node.value();
    return reader.read(
        value, uses.age(node, now), Time.remaining(node.deadline(), now), value == null);
  }

  /** Returns the entry, live or retained or a known absence, without counting a use. */
  @Nullable Node<K, V> peekNode(K key, long now) {
    Node<K, V> node = segments.find(key, segments.hash(key));
    if (node == null) {
      requireOpen();
    }
    return node != null && uses.isRetained(node, now) ? node : null;
  }

  private @Nullable Node<K, V> peekLive(K key, long now) {
    Node<K, V> node = peekNode(key, now);
    return node != null && node.isLive(now) && node.value() != null ? node : null;
  }

  @Override
  public @Nullable V peek(K key) {
    Node<K, V> node = peekLive(key, now());
    return node == null ? null : node.value();
  }

  // Loads

  @Override
  public @Nullable V get(K key, Function<? super K, ? extends @Nullable V> loader) {
    Objects.requireNonNull(loader, "loader");
    Node<K, V> node = lookUp(key);
    if (node != null) {
      return node.value();
    }
    Flight<V> flight = flights.flight(key);
    return flight.isMine() ? Loads.load(key, loader, flight) : Loads.join(flight);
  }

  @Override
  public Map<K, V> getAll(
      Iterable<? extends K> keys,
      Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends V>> loader) {
    Objects.requireNonNull(loader, "loader");
    requireOpen();
    Map<K, @Nullable V> found = new LinkedHashMap<>();
    Set<K> missing = new LinkedHashSet<>();
    for (K key : distinct(keys)) {
      Node<K, V> node = lookUp(key);
      found.put(key, node == null ? null : node.value());
      if (node == null) {
        missing.add(key);
      }
    }
    found.putAll(Loads.loadAll(flights.flights(missing), loader));
    found.values().removeIf(Objects::isNull);
    @SuppressWarnings("NullAway") // no null is left
    Map<K, V> values = Collections.unmodifiableMap(found);
    return values;
  }

  @Override
  public Flight<V> flight(K key) {
    return flights.flight(Objects.requireNonNull(key, "key"));
  }

  @Override
  public Map<K, Flight<V>> flights(Set<? extends K> keys) {
    return flights.flights(keys);
  }

  // Writes

  @Override
  public void put(K key, V value) {
    storeIf(key, value, null, Always.always());
  }

  @Override
  public void put(K key, V value, Duration timeToLive) {
    Objects.requireNonNull(timeToLive, "timeToLive");
    storeIf(key, value, timeToLive, Always.always());
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    requireOpen();
    Map<K, V> checked = new LinkedHashMap<>();
    entries.forEach(
        (key, value) ->
            checked.put(
                Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value")));
    checked.forEach(this::put);
  }

  @Override
  public @Nullable V storeIf(
      K key, V value, @Nullable Duration timeToLive, Predicate<@Nullable V> condition) {
    int hash = segments.hash(key);
    Objects.requireNonNull(value, "value");
    Draft explicit = timeToLive == null ? null : explicitDraft(key, value, timeToLive);
    Segment<K, V> segment = segments.of(hash);
    Reservation reservation = null;
    try {
      for (; ; ) {
        long now = operationTime();
        Object seen = Segment.any();
        long remaining = Drafts.NO_ENTRY;
        if ((Object) condition != Always.INSTANCE || drafts.dependOnCurrent()) {
          Node<K, V> live = peekLive(key, now);
          V current = live == null ? null : live.value();
          if (!condition.test(current)) {
            return current;
          }
          if (explicit == null && drafts.dependOnCurrent()) {
            seen = live;
            remaining = remaining(live, now);
          }
        }
        Draft draft = explicit != null ? explicit : drafts.configured(key, value, remaining);
        Object result = segment.put(key, hash, value, draft, condition, seen, now, reservation);
        while (result instanceof Reservation needed) {
          reservation = segments.complete(needed, segment, now);
          result = segment.put(key, hash, value, draft, condition, seen, now, reservation);
        }
        if (result instanceof Mark mark) {
          await(mark, reservation);
        } else if (result != Segment.Verdict.STALE) {
          return value(result);
        }
      }
    } finally {
      finish(reservation);
    }
  }

  private Draft explicitDraft(K key, V value, Duration timeToLive) {
    long nanos = Time.nanosOfTimeToLive("timeToLive", timeToLive);
    expiryBegins();
    return drafts.explicit(key, value, nanos);
  }

  static long remaining(@Nullable Node<?, ?> live, long now) {
    return live == null ? Drafts.NO_ENTRY : Time.remaining(live.deadline(), now);
  }

  /** Waits for a compute, holding no room meanwhile. */
  private void await(Mark mark, @Nullable Reservation reservation) {
    finish(reservation);
    Waits.await(mark);
  }

  void finish(@Nullable Reservation reservation) {
    Reservation.giveBack(reservation);
    deliver();
  }

  @SuppressWarnings("unchecked") // a step returns a value where it returns nothing else
  private @Nullable V value(@Nullable Object result) {
    return (V) result;
  }

  @Override
  public void invalidate(K key) {
    removeIf(key, Always.always());
  }

  @Override
  public void invalidateAll(Iterable<? extends K> keys) {
    requireOpen();
    distinct(keys).forEach(this::invalidate);
  }

  @Override
  public @Nullable V removeIf(K key, Predicate<@Nullable V> condition) {
    int hash = segments.hash(key);
    try {
      for (; ; ) {
        Object result = segments.of(hash).remove(key, hash, condition, operationTime());
        if (!(result instanceof Mark mark)) {
          return value(result);
        }
        await(mark, null);
      }
    } finally {
      deliver();
    }
  }

  @Override
  public void invalidateAll() {
    requireOpen();
    segments.clear(operationTime(), false);
    deliver();
  }

  @Override
  public @Nullable V compute(
      K key,
      Predicate<@Nullable V> condition,
      BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    return computes.compute(key, condition, function);
  }

  // Leases

  @Override
  public Lease<V> lease(K key) {
    int hash = segments.hash(key);
    long now = time.now();
    return new CacheLease<>(this, key, segments.of(hash).lease(key), now);
  }

  @Override
  public void giveBack(K key, Leased right) {
    if (right instanceof LeaseTable.Token token) {
      segments.of(segments.hash(key)).giveBack(key, token);
    }
  }

  @Override
  public boolean publish(K key, Leased right, long start, V value, @Nullable Duration timeToLive) {
    Draft explicit = timeToLive == null ? null : explicitDraft(key, value, timeToLive);
    return publish(key, right, start, value, explicit);
  }

  @Override
  public boolean publishAbsent(K key, Leased right, long start, Duration timeToLive) {
    Draft absent = Drafts.absent(Time.nanosOfTimeToLive("timeToLive", timeToLive));
    expiryBegins();
    return publish(key, right, start, null, absent);
  }

  private boolean publish(
      K key, Leased right, long start, @Nullable V value, @Nullable Draft explicit) {
    int hash = segments.hash(key);
    Segment<K, V> segment = segments.of(hash);
    Reservation reservation = null;
    try {
      for (; ; ) {
        long now = operationTime();
        Object seen = Segment.any();
        Draft draft = explicit;
        if (draft == null && value != null) {
          Node<K, V> live = drafts.dependOnCurrent() ? peekLiveOrClosed(key, now) : null;
          seen = drafts.dependOnCurrent() ? live : seen;
          draft = drafts.configured(key, value, remaining(live, now));
        }
        Draft drafted = Objects.requireNonNull(draft);
        Object result =
            segment.publish(key, hash, right, value, drafted, seen, start, now, reservation);
        while (result instanceof Reservation needed) {
          reservation = segments.complete(needed, segment, now);
          result = segment.publish(key, hash, right, value, drafted, seen, start, now, reservation);
        }
        if (result != Segment.Verdict.STALE) {
          return result == Segment.Verdict.STORED;
        }
      }
    } finally {
      finish(reservation);
    }
  }

  @Nullable Node<K, V> peekLiveOrClosed(K key, long now) {
    return closed ? null : peekLive(key, now);
  }

  Uses<K, V> uses() {
    return uses;
  }

  // The whole

  @Override
  public long size() {
    return closed ? 0 : segments.size();
  }

  @Override
  public ConcurrentMap<K, V> asMap() {
    requireOpen();
    return new CacheMap<>(this);
  }

  @Override
  public Iterator<Map.Entry<K, V>> snapshots() {
    requireOpen();
    return new Snapshots<>(segments.keys(), this::peek, this::requireOpen);
  }

  @Override
  public CacheStats stats() {
    Segment.Census census = segments.census();
    return counters.snapshot(census.evictions(), census.evictedWeight());
  }

  @Override
  public Policy<K, V> policy() {
    return new SegmentedPolicy<>(this, segments);
  }

  @Override
  public WritePermit permit(Set<? extends K> keys) {
    requireOpen();
    return permits.acquire(keys);
  }

  @Override
  public void claimWriter() {
    if (!writerClaimed.compareAndSet(false, true)) {
      throw new IllegalStateException(name + " has a write decorator already");
    }
  }

  @Override
  public Duration retainExpired() {
    return retainExpired;
  }

  @Override
  public boolean recordsWriteTime() {
    return drafts.canExpire();
  }

  @Override
  public void close() {
    closed = true;
    segments.clear(0, true);
    if (reporting.get()) {
      ExpiryReporter.instance().remove(this);
    }
  }

  void requireOpen() {
    if (closed) {
      throw closed();
    }
  }

  @Override
  public IllegalStateException closed() {
    return new IllegalStateException(name + " is closed");
  }

  private static <K> Set<K> distinct(Iterable<? extends K> keys) {
    Set<K> distinct = new LinkedHashSet<>();
    keys.forEach(key -> distinct.add(Objects.requireNonNull(key, "key")));
    return distinct;
  }

  // For tests

  /** Checks all structures while nobody writes; throws AssertionError if they disagree. */
  public void validate() {
    segments.validate();
  }

  /** Returns the weight of each segment. */
  public long[] segmentWeights() {
    return segments.weights();
  }

  /** Returns the number of keys with leases out, and of running computes and loads. */
  public long pending() {
    return segments.pending();
  }

  // Time

  /** Returns the time; 0 while nothing can expire, since reading it costs more than a hit. */
  long now() {
    return timed ? time.now() : 0;
  }

  /** Returns the time, after reporting what has expired by then if nothing else does. */
  long operationTime() {
    long now = now();
    if (reportsAtOperations) {
      segments.sweepIfAnyExpired(now);
    }
    return now;
  }

  /** Returns the time that a read of this entry needs. */
  private long lookUpTime(@Nullable Node<K, V> node) {
    if (reportsAtOperations) {
      return operationTime();
    }
    return node instanceof ExpiringNode<K, V> ? time.now() : 0;
  }

  private void expiryBegins() {
    timed = true;
    if (reportsExpiries && !reporting.get() && reporting.compareAndSet(false, true)) {
      ExpiryReporter.instance().add(this);
    }
  }

  @Override
  public void reportExpired() {
    segments.sweep(time.now());
    deliver();
  }

  // Notifications

  @Override
  public void left(K key, V value, RemovalCause cause) {
    if (notifications != null) {
      notifications.add(key, value, cause);
    }
  }

  @Override
  public boolean listens() {
    return notifications != null;
  }

  @Override
  public void refusedColliding(K key) {
    collisionWarning.refused(key);
  }

  @Override
  public void crowded(int buckets) {
    segments.grow(buckets);
  }

  /** Does what had to wait for the lock to be free. */
  void deliver() {
    collisionWarning.log();
    if (notifications != null) {
      notifications.deliver();
    }
  }

  @Override
  public void released() {
    deliver();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "Cache[name="
        + name
        + ", size="
        + size()
        + ", maximum="
        + (segments.isBounded() ? String.valueOf(segments.maximum()) : "unbounded")
        + (closed ? ", closed]" : "]");
  }
}
