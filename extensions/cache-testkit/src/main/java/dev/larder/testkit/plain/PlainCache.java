package dev.larder.testkit.plain;

import dev.larder.cache.AccessExpiry;
import dev.larder.cache.Cache;
import dev.larder.cache.CacheStats;
import dev.larder.cache.Lease;
import dev.larder.cache.Policy;
import dev.larder.cache.RemovalCause;
import dev.larder.cache.internal.CacheConfig;
import dev.larder.cache.internal.CacheLease;
import dev.larder.cache.internal.CacheMap;
import dev.larder.cache.internal.CollisionWarning;
import dev.larder.cache.internal.Counters;
import dev.larder.cache.internal.Drafts;
import dev.larder.cache.internal.ExpiryReporter;
import dev.larder.cache.internal.LeaseHome;
import dev.larder.cache.internal.MapOperations;
import dev.larder.cache.internal.Notifications;
import dev.larder.cache.internal.Snapshots;
import dev.larder.cache.internal.Time;
import dev.larder.cache.internal.flight.ConcurrentLoads;
import dev.larder.cache.internal.flight.FlightTable;
import dev.larder.cache.internal.flight.LeaseTable;
import dev.larder.cache.internal.flight.Leased;
import dev.larder.cache.internal.flight.Loads;
import dev.larder.cache.internal.flight.Mark;
import dev.larder.cache.internal.flight.Scope;
import dev.larder.cache.internal.flight.Waits;
import dev.larder.cache.internal.flight.WritePermits;
import dev.larder.cache.internal.node.Draft;
import dev.larder.cache.internal.node.Node;
import dev.larder.cache.spi.CacheSupport;
import dev.larder.cache.spi.EntryReader;
import dev.larder.cache.spi.Flight;
import dev.larder.cache.spi.WritePermit;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plain cache: one lock over a {@link Store}, a {@link LeaseTable} and the marks of running
 * computes; loads, write permits and their waits lie beside it and know only leases. User code
 * (loaders, functions, weigher, expiry, listener, ticker) runs with the lock free; under it only
 * {@code equals} and {@code hashCode} do. It is simple on purpose: the oracle for faster ones.
 *
 * <p>A mutation of a key takes effect at one instant under the lock, where it also voids the key's
 * leases. A compute has two such instants, between which its {@link Mark} makes other mutations of
 * the key wait.
 */
final class PlainCache<K, V>
    implements Cache<K, V>,
        CacheSupport<K, V>,
        Scope,
        ExpiryReporter.Client,
        MapOperations<K, V>,
        LeaseHome<K, V> {
  private final String name;
  private final Time time;
  private final Drafts<K, V> drafts;
  private final Counters counters;
  private final CollisionWarning collisionWarning;
  private final @Nullable Notifications<K, V> notifications;
  private final boolean bounded;
  private final Duration retainExpired;
  private final boolean reportsExpiries;
  private final AtomicBoolean reporting = new AtomicBoolean();
  private final AtomicBoolean writerClaimed = new AtomicBoolean();
  private final FlightTable<K, V> flights;
  private final WritePermits<K> permits = new WritePermits<>(this);

  private final ReentrantLock lock = new ReentrantLock();
  private final Store<K, V> store; // guarded by lock
  private final LeaseTable<K> leases = new LeaseTable<>(); // guarded by lock
  private final Map<K, Mark> marks = new HashMap<>(); // guarded by lock
  private long evictions; // guarded by lock
  private long evictedWeight; // guarded by lock
  private volatile boolean closed; // written under lock

  PlainCache(CacheConfig<K, V> config) {
    name = config.name();
    time = new Time(config.ticker());
    drafts = new Drafts<>(config);
    counters = new Counters(time, config.recordStats());
    notifications =
        config.removalListener() == null
            ? null
            : new Notifications<>(config.removalListener(), config.executor(), this, counters);
    bounded = config.bounded();
    retainExpired = config.retainExpired();
    reportsExpiries = notifications != null && config.tickerRuns();
    flights = new FlightTable<>(this, new ConcurrentLoads<>(this::start), counters);
    collisionWarning = new CollisionWarning(name);
    store = new Store<>(config, this::left, collisionWarning);
    if (drafts.canExpire()) {
      reportExpiriesInTime();
    }
  }

  // Reads

  @Override
  public @Nullable V get(K key) {
    return getIfPresent(key);
  }

  @Override
  public @Nullable V getIfPresent(K key) {
    Entry<K, V> entry = lookUp(key);
    return entry == null ? null : entry.value;
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
    long now = time.now();
    Used<K, V> used = use(key, now);
    counters.lookedUp(used.live);
    Entry<K, V> entry = used.entry;
    if (entry == null || (entry.value == null && !used.live)) {
      return reader.read(null, 0, 0, false);
    }
    return reader.read(entry.value, now - entry.writeTime, used.remaining, entry.value == null);
  }

  /** Returns the live entry or known absence, counted as a use and in the statistics. */
  private @Nullable Entry<K, V> lookUp(K key) {
    long now = time.now();
    Used<K, V> used = use(key, now);
    counters.lookedUp(used.live);
    return used.live ? used.entry : null;
  }

  /** What a read found, before an {@link AccessExpiry} may have ended its life by this read. */
  private record Used<K, V>(@Nullable Entry<K, V> entry, boolean live, long remaining) {}

  /** Returns the entry, expired or not; a live one is used, and its access deadline moves. */
  private Used<K, V> use(K key, long now) {
    Objects.requireNonNull(key, "key");
    AccessExpiry<? super K, ? super V> accessExpiry = drafts.accessExpiry();
    Entry<K, V> entry;
    boolean live;
    long remaining;
    lock.lock();
    try {
      requireOpen();
      store.sweep(now);
      entry = store.find(key);
      live = entry != null && entry.isLive(now);
      if (entry != null && live) {
        boolean extend = drafts.accessNanos() != Time.NEVER && entry.value != null;
        store.use(entry, extend ? Node.deadline(now, drafts.accessNanos()) : entry.accessDeadline);
      }
      remaining = entry == null ? 0 : entry.remaining(now);
    } finally {
      lock.unlock();
    }
    deliver();
    if (accessExpiry != null && entry != null && live && entry.value != null) {
      extend(entry, entry.value, remaining, now, accessExpiry);
    }
    return new Used<>(entry, live, remaining);
  }

  private void extend(
      Entry<K, V> entry,
      V value,
      long remaining,
      long now,
      AccessExpiry<? super K, ? super V> accessExpiry) {
    Duration timeToLive = accessExpiry.expireAfterRead(entry.key, value, Time.duration(remaining));
    long nanos = Time.nanosOfTimeToLive("time to live of the expiry", timeToLive);
    if (nanos == remaining) {
      return;
    }
    lock.lock();
    try {
      if (store.find(entry.key) == entry) {
        store.use(entry, Node.deadline(now, nanos));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable V peek(K key) {
    return valueOf(peekEntry(key));
  }

  /** Makes the entry that a draft describes. */
  private static <K, V> Entry<K, V> entry(
      Draft draft, K key, @Nullable V value, long start, long now) {
    return new Entry<>(
        key,
        value,
        draft.weight(),
        start,
        draft.writeDeadline(start),
        draft.accessDeadline(start, now));
  }

  private static long remaining(@Nullable Entry<?, ?> current, long now) {
    return current == null || !current.isLive(now) ? Drafts.NO_ENTRY : current.remaining(now);
  }

  /** Returns the live entry of a value without counting a use. */
  @Nullable Entry<K, V> peekEntry(K key) {
    Objects.requireNonNull(key, "key");
    long now = time.now();
    return locked(
        () -> {
          requireOpen();
          return store.findLive(key, now);
        });
  }

  // Loads

  @Override
  public @Nullable V get(K key, Function<? super K, ? extends @Nullable V> loader) {
    Objects.requireNonNull(loader, "loader");
    Entry<K, V> entry = lookUp(key);
    if (entry != null) {
      return entry.value;
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
      Entry<K, V> entry = lookUp(key);
      found.put(key, entry == null ? null : entry.value);
      if (entry == null) {
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
    storeIf(key, value, null, current -> true);
  }

  @Override
  public void put(K key, V value, Duration timeToLive) {
    Objects.requireNonNull(timeToLive, "timeToLive");
    storeIf(key, value, timeToLive, current -> true);
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

  /**
   * Stores the value if the current one fits.
   *
   * @return the current value before, whether it fitted or not
   */
  @Override
  public @Nullable V storeIf(
      K key, V value, @Nullable Duration timeToLive, Predicate<@Nullable V> condition) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    long explicit = timeToLive == null ? -1 : Time.nanosOfTimeToLive("timeToLive", timeToLive);
    if (timeToLive != null) {
      reportExpiriesInTime();
    }
    for (; ; ) {
      Entry<K, V> seen = peekEntry(key);
      if (!condition.test(valueOf(seen))) {
        return valueOf(seen);
      }
      Draft draft =
          timeToLive == null
              ? drafts.configured(key, value, remaining(seen, time.now()))
              : drafts.explicit(key, value, explicit);
      boolean exactlySeen = timeToLive == null && drafts.dependOnCurrent();
      Outcome<V> outcome =
          mutate(
              key,
              now -> {
                Entry<K, V> current = store.findLive(key, now);
                if (exactlySeen && current != seen) {
                  return null;
                }
                V before = valueOf(current);
                if (condition.test(before)) {
                  leases.voidLeases(key);
                  store.put(entry(draft, key, value, now, now), now);
                }
                return new Outcome<>(before);
              });
      if (outcome != null) {
        return outcome.before;
      }
    }
  }

  private record Outcome<V>(@Nullable V before) {}

  @Override
  public void invalidate(K key) {
    removeIf(key, current -> true);
  }

  @Override
  public void invalidateAll(Iterable<? extends K> keys) {
    requireOpen();
    distinct(keys).forEach(this::invalidate);
  }

  /**
   * Removes the key if the current value fits.
   *
   * @return the current value before, whether it fitted or not
   */
  @Override
  public @Nullable V removeIf(K key, Predicate<@Nullable V> condition) {
    return mutate(
        key,
        now -> {
          V before = valueOf(store.findLive(key, now));
          if (condition.test(before)) {
            leases.voidLeases(key);
            store.remove(key, now);
          }
          return before;
        });
  }

  @Override
  public void invalidateAll() {
    long now = time.now();
    locked(
        () -> {
          requireOpen();
          leases.voidAll();
          marks.values().forEach(Mark::clear);
          store.clear(now);
          return null;
        });
  }

  /**
   * Holds the key while the function runs, if the current value fits, then stores what it returned.
   *
   * @return the new value; the current one if it did not fit
   */
  @Override
  public @Nullable V compute(
      K key,
      Predicate<@Nullable V> condition,
      BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    Begun<K, V> begun =
        mutate(
            key,
            now -> {
              Entry<K, V> current = store.findLive(key, now);
              if (!condition.test(valueOf(current))) {
                return new Begun<>(null, current);
              }
              leases.voidLeases(key);
              Mark mark = new Mark(this, key);
              marks.put(key, mark);
              mark.begin();
              return new Begun<>(mark, current);
            });
    V current = valueOf(begun.current);
    if (begun.mark == null) {
      return current;
    }
    try {
      V next = function.apply(key, current);
      conclude(key, begun.mark, next);
      return next;
    } finally {
      locked(() -> marks.remove(key));
      begun.mark.end();
    }
  }

  /** Stores what the function made of the key, in the place of the value there is by now. */
  private void conclude(K key, Mark mark, @Nullable V next) {
    for (boolean done = false; !done; ) {
      long now = time.now();
      Entry<K, V> seen = locked(() -> store.findLive(key, now));
      Draft draft = next == null ? null : drafts.configured(key, next, remaining(seen, now));
      done =
          locked(
              () -> {
                if (closed || mark.isCleared()) {
                  return true;
                }
                if (drafts.dependOnCurrent() && store.findLive(key, now) != seen) {
                  return false;
                }
                leases.voidLeases(key);
                if (draft == null) {
                  store.remove(key, now);
                } else {
                  store.put(entry(draft, key, next, now, now), now);
                }
                return true;
              });
    }
  }

  private record Begun<K, V>(@Nullable Mark mark, @Nullable Entry<K, V> current) {}

  // Leases

  @Override
  public Lease<V> lease(K key) {
    Objects.requireNonNull(key, "key");
    long now = time.now();
    return locked(() -> takeLease(key, now));
  }

  private ConcurrentLoads.Start<V> start(K key) {
    long now = time.now();
    return locked(
        () -> {
          Lease<V> lease = takeLease(key, now);
          Entry<K, V> entry = store.find(key);
          return new ConcurrentLoads.Start<>(
              lease,
              entry != null && entry.isLive(now) ? new ConcurrentLoads.Known<>(entry.value) : null);
        });
  }

  private Lease<V> takeLease(K key, long now) {
    requireOpen();
    return new CacheLease<>(this, key, leases.take(key), now);
  }

  @Override
  public void giveBack(K key, Leased right) {
    locked(
        () -> {
          if (right instanceof LeaseTable.Token token) {
            leases.giveBack(key, token);
          }
          return null;
        });
  }

  @Override
  public boolean publish(K key, Leased right, long start, V value, @Nullable Duration timeToLive) {
    long explicit = timeToLive == null ? -1 : Time.nanosOfTimeToLive("timeToLive", timeToLive);
    if (timeToLive != null) {
      reportExpiriesInTime();
    }
    for (; ; ) {
      long now = time.now();
      Entry<K, V> seen = locked(() -> store.findLive(key, now));
      boolean exactlySeen = timeToLive == null && drafts.dependOnCurrent();
      Draft draft =
          timeToLive == null
              ? drafts.configured(key, value, remaining(seen, now))
              : drafts.explicit(key, value, explicit);
      Landing landing =
          locked(
              () ->
                  exactlySeen && store.findLive(key, now) != seen
                      ? Landing.AGAIN
                      : land(key, right, entry(draft, key, value, start, now), now));
      if (landing != Landing.AGAIN) {
        return landing == Landing.STORED;
      }
    }
  }

  @Override
  public boolean publishAbsent(K key, Leased right, long start, Duration timeToLive) {
    Draft draft = Drafts.absent(Time.nanosOfTimeToLive("timeToLive", timeToLive));
    long now = time.now();
    Entry<K, V> entry = entry(draft, key, null, start, now);
    return locked(() -> land(key, right, entry, now)) == Landing.STORED;
  }

  private enum Landing {
    STORED,
    REFUSED,
    AGAIN
  }

  private Landing land(K key, Leased right, Entry<K, V> entry, long now) {
    if (closed || right.isVoid() || marks.containsKey(key)) {
      return Landing.REFUSED;
    }
    store.sweep(now);
    if (!entry.isLive(now)) {
      left(entry, RemovalCause.EXPIRED);
      return Landing.REFUSED;
    }
    leases.voidLeases(key);
    store.put(entry, now);
    return Landing.STORED;
  }

  // The whole

  @Override
  public long size() {
    return locked(store::size);
  }

  @Override
  public ConcurrentMap<K, V> asMap() {
    requireOpen();
    return new CacheMap<>(this);
  }

  @Override
  public Iterator<Map.Entry<K, V>> snapshots() {
    return new Snapshots<>(List.of(keys()).iterator(), this::peek, this::requireOpen);
  }

  private List<K> keys() {
    return locked(
        () -> {
          requireOpen();
          return store.keys();
        });
  }

  @Override
  public CacheStats stats() {
    return locked(() -> counters.snapshot(evictions, evictedWeight));
  }

  @Override
  public Policy<K, V> policy() {
    return new PlainPolicy<>(this);
  }

  boolean isBounded() {
    return bounded;
  }

  /** Runs a step on the store of an open cache. */
  <R extends @Nullable Object> R inspect(BiFunction<Store<K, V>, Long, R> step) {
    long now = time.now();
    return locked(
        () -> {
          requireOpen();
          return step.apply(store, now);
        });
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
    return true;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      leases.voidAll();
      store.forgetAll();
    } finally {
      lock.unlock();
    }
    if (reporting.get()) {
      ExpiryReporter.instance().remove(this);
    }
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
  }

  /**
   * Takes effect on the whole cache, or none of it, at one instant; computes do not make it wait.
   */
  private <R extends @Nullable Object> R locked(Supplier<R> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
      deliver();
    }
  }

  /**
   * Takes effect on a key at one instant: waits until no compute holds it, then runs the step under
   * the lock with the time read before.
   */
  private <R extends @Nullable Object> R mutate(K key, LongFunction<R> step) {
    Objects.requireNonNull(key, "key");
    for (; ; ) {
      long now = time.now();
      Mark mark;
      lock.lock();
      try {
        requireOpen();
        mark = marks.get(key);
        if (mark == null) {
          store.sweep(now);
          return step.apply(now);
        }
      } finally {
        lock.unlock();
        deliver();
      }
      Waits.await(mark);
    }
  }

  private static <K, V> @Nullable V valueOf(@Nullable Entry<K, V> entry) {
    return entry == null ? null : entry.value;
  }

  private static <K> Set<K> distinct(Iterable<? extends K> keys) {
    Set<K> distinct = new LinkedHashSet<>();
    keys.forEach(key -> distinct.add(Objects.requireNonNull(key, "key")));
    return distinct;
  }

  // Notifications and counts

  private void left(Entry<K, V> entry, RemovalCause cause) {
    if (cause.wasEvicted()) {
      evictions++;
      evictedWeight += entry.weight;
    }
    if (notifications != null && entry.value != null) {
      notifications.add(entry.key, entry.value, cause);
    }
  }

  /** Does what had to wait for the lock to be free. */
  private void deliver() {
    collisionWarning.log();
    if (notifications != null) {
      notifications.deliver();
    }
  }

  @Override
  public void released() {
    deliver();
  }

  private void reportExpiriesInTime() {
    if (reportsExpiries && !reporting.get() && reporting.compareAndSet(false, true)) {
      ExpiryReporter.instance().add(this);
    }
  }

  @Override
  public void reportExpired() {
    long now = time.now();
    locked(
        () -> {
          store.sweep(now);
          return null;
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    long maximum = locked(store::maximum);
    return "Cache[name="
        + name
        + ", size="
        + size()
        + ", maximum="
        + (bounded ? String.valueOf(maximum) : "unbounded")
        + (closed ? ", closed]" : "]");
  }
}
