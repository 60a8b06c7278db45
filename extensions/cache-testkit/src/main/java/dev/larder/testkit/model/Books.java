package dev.larder.testkit.model;

import dev.larder.cache.CacheStats;
import dev.larder.cache.RemovalCause;
import dev.larder.testkit.RecordingListener.Removal;
import java.util.ArrayList;
import java.util.List;

/** What statistics and listener have to say of what the oracle did. */
final class Books {
  private final ModelConfig config;
  private List<Removal<Integer, Token>> departures = new ArrayList<>();
  private long hits;
  private long misses;
  private long loads;
  private long failedLoads;
  private long discardedLoads;
  private long loadNanos;
  private long evictions;
  private long evictedWeight;

  Books(ModelConfig config) {
    this.config = config;
  }

  void lookedUp(boolean hit) {
    if (hit) {
      hits++;
    } else {
      misses++;
    }
  }

  void loaded(long nanos) {
    loads++;
    loadNanos += nanos;
  }

  void failedToLoad(long nanos) {
    failedLoads++;
    loadNanos += nanos;
  }

  void discarded() {
    discardedLoads++;
  }

  void departs(int key, Slot slot, RemovalCause cause) {
    count(slot, cause);
    if (slot.value != null && config.listens()) {
      departures.add(new Removal<>(key, slot.value, cause));
    }
  }

  /** Counts a departure that the listener need not be told any more. */
  void count(Slot slot, RemovalCause cause) {
    if (cause.wasEvicted()) {
      evictions++;
      evictedWeight += slot.weight;
    }
  }

  /** Takes what the listener should have been told since the last call. */
  List<Removal<Integer, Token>> takeDepartures() {
    if (departures.isEmpty()) {
      return departures;
    }
    List<Removal<Integer, Token>> taken = departures;
    departures = new ArrayList<>();
    return taken;
  }

  /**
   * Returns the statistics.
   *
   * @param reclaimed entries that have left, nobody knows which
   * @param reclaimedWeight their weight
   */
  CacheStats stats(long reclaimed, long reclaimedWeight) {
    return new CacheStats(
        config.recordsStats() ? hits : -1,
        config.recordsStats() ? misses : -1,
        loads,
        failedLoads,
        0,
        discardedLoads,
        evictions + reclaimed,
        evictedWeight + reclaimedWeight,
        loadNanos,
        0);
  }
}
