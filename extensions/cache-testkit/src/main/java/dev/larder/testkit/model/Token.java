package dev.larder.testkit.model;

import org.jspecify.annotations.Nullable;

/**
 * A value that brings along what weigher and expiry say of it. Tokens of one id are equal.
 *
 * @param weight negative if the weigher is to be wrong
 * @param timeToLive in nanoseconds; negative if the expiry is to be wrong
 */
record Token(long id, int weight, long timeToLive) {

  /** Returns the time to live that a read gives it, in nanoseconds; what was left for some. */
  long timeToLiveFromRead(long remaining) {
    return id % 3 == 0 ? remaining : Math.max(0, timeToLive);
  }

  /** Returns true if both are one instance, or null: caches keep values by reference. */
  @SuppressWarnings("ReferenceEquality")
  static boolean same(@Nullable Token one, @Nullable Token other) {
    return one == other;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Token token && token.id == id;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  @Override
  public String toString() {
    return "#" + id + "(weight " + weight + ", ttl " + Times.text(timeToLive) + ")";
  }
}
