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
 * voids it too, so nobody joins a flight that has landed. A flight that starts after a look at the
 * cache looks again once it is registered, so that a load that landed in between is not repeated.
 */
public final class FlightTable<K, V> {
  private final ConcurrentHashMap<K, Load> running = new ConcurrentHashMap<>();
  private final Scope scope;
  private final Function<K, Lease<V>> leases;
  private final Function<K, @Nullable Known<V>> cached;
  private final LoadRecorder recorder;

  /**
   * Creates the flights of one cache.
   *
   * @param leases takes a lease
   * @param cached looks quietly for a live value or a known absence; null if there is neither
   */
  public FlightTable(
      Scope scope,
      Function<K, Lease<V>> leases,
      Function<K, @Nullable Known<V>> cached,
      LoadRecorder recorder) {
    this.scope = scope;
    this.leases = leases;
    this.cached = cached;
    this.recorder = recorder;
  }

  /** What the cache knows of a key: its value, or with null that there is none. */
  public record Known<V>(@Nullable V value) {}

  /** See CacheSupport.flight. */
  public Flight<V> flight(K key) {
    return joinOrStart(key);
  }

  private Load joinOrStart(K key) {
    Waits.requireNotOwn(scope, key);
    for (; ; ) {
      Load load = running.get(key);
      if (load != null && load.lease.isValid()) {
        recorder.joined();
        return load;
      }
      Load mine = new Load(key, leases.apply(key));
      if (load == null
          ? running.putIfAbsent(key, mine) == null
          : running.replace(key, load, mine)) {
        mine.begin();
        mine.lookAgain();
        return mine;
      }
      mine.lease.close();
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
    private final Lease<V> lease;
    private final long start = recorder.now();
    private int sharedBy = 1;
    private @Nullable V value;
    private @Nullable Throwable failure;

    Load(K key, Lease<V> lease) {
      super(scope, Kind.LOAD, key);
      this.key = key;
      this.lease = lease;
    }

    void lookAgain() {
      try {
        Known<V> known = cached.apply(key);
        if (known != null) {
          value = known.value();
          land();
        }
      } catch (RuntimeException | Error e) {
        failure = e;
        land();
        throw e;
      }
    }

    @Override
    public boolean isMine() {
      return isOwn() && !hasEnded();
    }

    @Override
    public Lease<V> lease() {
      return lease;
    }

    @Override
    public void complete(@Nullable V loaded) {
      requireMine();
      recorder.succeeded(elapsed());
      try {
        boolean published = loaded != null && lease.publish(loaded);
        if (!published && !lease.isValid()) {
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
      lease.close();
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
