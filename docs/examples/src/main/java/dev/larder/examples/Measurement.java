package dev.larder.examples;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What one replay took: nanoseconds per kind of request, and what reached the database. */
final class Measurement {
  private static final int DIGITS = 3;

  private final Histogram hits = new ConcurrentHistogram(DIGITS);
  private final Histogram misses = new ConcurrentHistogram(DIGITS);
  private final Histogram missPenalties = new ConcurrentHistogram(DIGITS);
  private final Histogram writes = new ConcurrentHistogram(DIGITS);
  private final Histogram writePenalties = new ConcurrentHistogram(DIGITS);
  private long elapsedNanos;
  private long databaseReads;
  private long databaseWrites;

  /** A read without a database read of its own; it may have waited for that of another thread. */
  void hit(long nanos) {
    hits.recordValue(nanos);
  }

  void miss(long nanos, long databaseNanos) {
    misses.recordValue(nanos);
    missPenalties.recordValue(nanos - databaseNanos);
  }

  void write(long nanos, long databaseNanos) {
    writes.recordValue(nanos);
    writePenalties.recordValue(nanos - databaseNanos);
  }

  void end(long elapsed, long readsOfDatabase, long writesOfDatabase) {
    elapsedNanos = elapsed;
    databaseReads = readsOfDatabase;
    databaseWrites = writesOfDatabase;
  }

  long requests() {
    return hits.getTotalCount() + misses.getTotalCount() + writes.getTotalCount();
  }

  double hitRatio() {
    return (double) hits.getTotalCount() / (hits.getTotalCount() + misses.getTotalCount());
  }

  Histogram hits() {
    return hits;
  }

  Histogram misses() {
    return misses;
  }

  /** Returns what misses took beside the database. */
  Histogram missPenalties() {
    return missPenalties;
  }

  Histogram writes() {
    return writes;
  }

  /** Returns what writes took beside the database. */
  Histogram writePenalties() {
    return writePenalties;
  }

  long elapsedNanos() {
    return elapsedNanos;
  }

  long databaseReads() {
    return databaseReads;
  }

  long databaseWrites() {
    return databaseWrites;
  }
}
