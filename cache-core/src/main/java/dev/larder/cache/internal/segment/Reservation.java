package dev.larder.cache.internal.segment;

import org.jspecify.annotations.Nullable;

/**
 * Room that a writer has got so far for an entry that its own segment had none for; it carries it
 * from try to try. What it holds counts as held by the cache. Used by one thread.
 */
public final class Reservation {
  private final Capacity capacity;
  private long wanted;
  private long weight;
  private boolean swept;
  private boolean exhausted;

  Reservation(Capacity capacity) {
    this.capacity = capacity;
  }

  /** Takes what was got for the last try, and what it needed. */
  Reservation with(long newlyWanted, long got) {
    wanted = newlyWanted;
    weight = got;
    return this;
  }

  /** Returns true if it holds all that is wanted. */
  public boolean isComplete() {
    return weight >= wanted;
  }

  /** Returns how much is missing. */
  long missing() {
    return wanted - weight;
  }

  /** Takes over the room of an entry that was evicted. */
  void add(long evicted) {
    weight += evicted;
  }

  /** Hands over what it holds. */
  long use() {
    long all = weight;
    weight = 0;
    return all;
  }

  /** Notes that expired entries of all segments were reclaimed; false if that was noted before. */
  public boolean sweep() {
    boolean first = !swept;
    swept = true;
    return first;
  }

  boolean hasSwept() {
    return swept;
  }

  /** Notes that no other segment has anything left to evict. */
  public void exhaust() {
    exhausted = true;
  }

  boolean isExhausted() {
    return exhausted;
  }

  /** Gives back what a reservation holds, if there is one. */
  public static void giveBack(@Nullable Reservation reservation) {
    if (reservation != null) {
      reservation.capacity.release(reservation.use());
    }
  }
}
