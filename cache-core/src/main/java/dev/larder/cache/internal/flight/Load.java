package dev.larder.cache.internal.flight;

import dev.larder.cache.Lease;
import dev.larder.cache.spi.Flight;
import dev.larder.cache.spi.FlightFailedException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One running load; see {@link FlightTable}. Its fields belong to its thread until it has ended.
 */
public final class Load<K, V> extends Hold implements Flight<V>, Leased {
  private final LoadRegistry<K, V> registry;
  private final LoadRecorder recorder;
  private final long start;
  private @Nullable Lease<V> lease;
  private volatile boolean voided;
  private int hash;

  /** The rest of the chain in the table that this is in, which owns it. */
  @Nullable Load<K, V> next;

  private int sharedBy = 1;
  private @Nullable V value;
  private @Nullable Throwable failure;

  Load(Scope scope, K key, LoadRegistry<K, V> registry, LoadRecorder recorder) {
    super(scope, Kind.LOAD, key);
    this.registry = registry;
    this.recorder = recorder;
    this.start = recorder.now();
  }

  /** Returns the key. */
  @SuppressWarnings("unchecked") // the one given to the constructor
  public K loadedKey() {
    return (K) key();
  }

  int hash() {
    return hash;
  }

  /** Returns when it began. */
  public long start() {
    return start;
  }

  /** Begins with a lease. */
  void begin(Lease<V> itsLease) {
    lease = itsLease;
    begin();
  }

  /** Begins as a lease itself, of a key with that hash, in that table. */
  public void begin(int itsHash, LoadTable<K, V> table) {
    hash = itsHash;
    table.add(this);
    begin();
  }

  @Override
  public boolean isVoid() {
    return voided;
  }

  /** Voids it, in whose table it is. */
  void makeVoid() {
    voided = true;
  }

  /** Ends before it began, with what the cache has of the key. */
  public void land(@Nullable V known) {
    value = known;
    end();
  }

  /** Ends before it began, with a failure of the cache itself. */
  void abandon(Throwable cause) {
    failure = cause;
    end();
  }

  /** Returns the lease it began with, if it is none itself. */
  @Nullable Lease<V> givenLease() {
    return lease;
  }

  void sharedBy(int keys) {
    sharedBy = keys;
  }

  @Override
  public boolean isMine() {
    return isOwn() && !hasEnded();
  }

  @Override
  public Lease<V> lease() {
    return registry.lease(this);
  }

  @Override
  public void complete(@Nullable V loaded) {
    requireMine();
    recorder.succeeded(elapsed());
    try {
      boolean published = loaded != null && registry.publish(this, loaded);
      if (!published && !registry.isValid(this)) {
        recorder.discarded();
      }
      value = loaded;
    } catch (RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      registry.forget(this);
      end();
    }
  }

  @Override
  public void fail(Throwable cause) {
    Objects.requireNonNull(cause, "failure");
    requireMine();
    recorder.failed(elapsed());
    failure = cause;
    registry.forget(this);
    end();
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

  private void requireMine() {
    if (!isMine()) {
      throw new IllegalStateException(
          "the load of " + key() + " has ended or belongs to another thread");
    }
  }
}
