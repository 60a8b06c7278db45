package dev.larder.cache.internal;

import dev.larder.cache.CacheStats;
import dev.larder.cache.internal.flight.LoadRecorder;
import java.util.concurrent.atomic.LongAdder;

/** The running counts behind {@link CacheStats}. */
public final class Counters implements LoadRecorder {
  private final Time time;
  private final boolean recordsLookups;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder loadSuccesses = new LongAdder();
  private final LongAdder loadFailures = new LongAdder();
  private final LongAdder joinedLoads = new LongAdder();
  private final LongAdder discardedLoads = new LongAdder();
  private final LongAdder loadNanos = new LongAdder();
  private final LongAdder listenerFailures = new LongAdder();

  /** Creates counts of zero. */
  public Counters(Time time, boolean recordsLookups) {
    this.time = time;
    this.recordsLookups = recordsLookups;
  }

  /** Counts a lookup, if that is asked for. */
  public void lookedUp(boolean hit) {
    if (recordsLookups) {
      (hit ? hits : misses).increment();
    }
  }

  @Override
  public long now() {
    return time.now();
  }

  @Override
  public void succeeded(long nanos) {
    loadSuccesses.increment();
    loadNanos.add(nanos);
  }

  @Override
  public void failed(long nanos) {
    loadFailures.increment();
    loadNanos.add(nanos);
  }

  @Override
  public void discarded() {
    discardedLoads.increment();
  }

  @Override
  public void joined() {
    joinedLoads.increment();
  }

  /** A removal listener threw. */
  public void listenerFailed() {
    listenerFailures.increment();
  }

  /** Returns the counts; those of evictions are kept elsewhere. */
  public CacheStats snapshot(long evictions, long evictedWeight) {
    return new CacheStats(
        recordsLookups ? hits.sum() : -1,
        recordsLookups ? misses.sum() : -1,
        loadSuccesses.sum(),
        loadFailures.sum(),
        joinedLoads.sum(),
        discardedLoads.sum(),
        evictions,
        evictedWeight,
        loadNanos.sum(),
        listenerFailures.sum());
  }
}
