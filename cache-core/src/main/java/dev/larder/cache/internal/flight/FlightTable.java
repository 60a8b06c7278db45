package dev.larder.cache.internal.flight;

import dev.larder.cache.Lease;
import dev.larder.cache.spi.Flight;
import dev.larder.cache.spi.FlightFailedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Single flight per key over nothing but leases: a load may be joined exactly as long as its lease
 * is valid. A mutation voids the lease and so detaches the flight at the same instant; a publish
 * voids it too, so nobody joins a flight that has landed. A flight takes its lease at an instant at
 * which the cache has nothing of the key, and only when it is registered: so whatever voids that
 * lease came after, and the load is ordered just before it.
 */
public final class FlightTable<K, V> {
  private final ConcurrentHashMap<K, Load> running = new ConcurrentHashMap<>();
  private final Scope scope;
  private final Function<K, Start<V>> starts;
  private final LoadRecorder recorder;

  /**
   * Creates the flights of one cache.
   *
   * @param starts takes a lease and looks, quietly, what the cache has of the key at that instant
   */
  public FlightTable(Scope scope, Function<K, Start<V>> starts, LoadRecorder recorder) {
    this.scope = scope;
    this.starts = starts;
    this.recorder = recorder;
  }

  /** A lease of a key, and what the cache had at the instant it was taken; null if nothing. */
  public record Start<V>(Lease<V> lease, @Nullable Known<V> known) {}

  /** What the cache knows of a key: its value, or with null that there is none. */
  public record Known<V>(@Nullable V value) {}

  /** See CacheSupport.flight. */
  public Flight<V> flight(K key) {
    return joinOrStart(key);
  }

  /** Returns the number of keys with a load that has not ended. */
  public int running() {
    return running.size();
  }

  private Load joinOrStart(K key) {
    Waits.requireNotOwn(scope, key);
    for (; ; ) {
      Load load = running.get(key);
      if (load != null && load.mayBeJoined()) {
        recorder.joined();
        return load;
      }
      Load mine = new Load(key);
      if (mine.start(load)) {
        return mine;
      }
    }
  }

  /** See CacheSupport.flights. */
  public Map<K, Flight<V>> flights(Set<? extends K> keys) {
    Map<K, Flight<V>> flights = new LinkedHashMap<>();
    List<Load> mine = new ArrayList<>();
    try {
      for (K key : keys) {
        Load load = joinOrStart(key);
        flights.put(key, load);
        if (load.isMine()) {
          mine.add(load);
        }
      }
    } catch (RuntimeException | Error e) {
      mine.forEach(load -> load.fail(e));
      throw e;
    }
    mine.forEach(load -> load.sharedBy = mine.size());
    return flights;
  }

  private final class Load extends Hold implements Flight<V> {
    private final K key;
    private final long start = recorder.now();
    private @Nullable Lease<V> lease;
    private int sharedBy = 1;
    private @Nullable V value;
    private @Nullable Throwable failure;

    Load(K key) {
      super(scope, Kind.LOAD, key);
      this.key = key;
    }

    /**
     * Registers this load in the place of a detached one, then takes its lease. Whoever finds it in
     * between waits for the monitor.
     *
     * @return false if another one was faster
     */
    synchronized boolean start(@Nullable Load detached) {
      boolean registered =
          detached == null
              ? running.putIfAbsent(key, this) == null
              : running.replace(key, detached, this);
      if (registered) {
        begin();
        takeLease();
      }
      return registered;
    }

    private void takeLease() {
      try {
        Start<V> begun = starts.apply(key);
        lease = begun.lease();
        if (begun.known() != null) {
          value = begun.known().value();
          land();
        }
      } catch (RuntimeException | Error e) {
        failure = e;
        land();
        throw e;
      }
    }

    synchronized boolean mayBeJoined() {
      return lease != null && lease.isValid();
    }

    @Override
    public boolean isMine() {
      return isOwn() && !hasEnded();
    }

    @Override
    public Lease<V> lease() {
      return Objects.requireNonNull(lease);
    }

    @Override
    public void complete(@Nullable V loaded) {
      requireMine();
      recorder.succeeded(elapsed());
      try {
        boolean published = loaded != null && lease().publish(loaded);
        if (!published && !lease().isValid()) {
          recorder.discarded();
        }
        value = loaded;
      } catch (RuntimeException | Error e) {
        failure = e;
        throw e;
      } finally {
        land();
      }
    }

    @Override
    public void fail(Throwable cause) {
      Objects.requireNonNull(cause, "failure");
      requireMine();
      recorder.failed(elapsed());
      failure = cause;
      land();
    }

    @Override
    public @Nullable V await() {
      Waits.await(this);
      if (failure != null) {
        throw new FlightFailedException(failure);
      }
      return value;
    }

    @Override
    public CompletionStage<@Nullable V> result() {
      return ended()
          .thenCompose(
              nothing ->
                  failure == null
                      ? CompletableFuture.completedStage(value)
                      : CompletableFuture.failedStage(failure))
          .minimalCompletionStage();
    }

    private long elapsed() {
      return (recorder.now() - start) / sharedBy;
    }

    private void land() {
      running.remove(key, this);
      if (lease != null) {
        lease.close();
      }
      end();
    }

    private void requireMine() {
      if (!isMine()) {
        throw new IllegalStateException(
            "the load of " + key + " has ended or belongs to another thread");
      }
    }
  }
}
