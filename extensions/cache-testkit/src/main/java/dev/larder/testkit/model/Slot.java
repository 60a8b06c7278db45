package dev.larder.testkit.model;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the oracle. Its deadline is the earlier one of two, of which jitter may leave one
 * uncertain until the cache shows it.
 */
final class Slot {
  /** Null for a known absence. */
  final @Nullable Token value;

  final int weight;
  final long writeTime;
  private long writeDeadline;
  private long accessDeadline;

  /** How much earlier jitter may have moved one of the deadlines; 0 if both are certain. */
  private long slack;

  /** Whether it is the access deadline that is uncertain. */
  private final boolean slackOfAccess;

  Slot(
      @Nullable Token value,
      int weight,
      long writeTime,
      long writeDeadline,
      long accessDeadline,
      long slack,
      boolean slackOfAccess) {
    this.value = value;
    this.weight = weight;
    this.writeTime = writeTime;
    this.writeDeadline = writeDeadline;
    this.accessDeadline = accessDeadline;
    this.slack = slack;
    this.slackOfAccess = slackOfAccess;
  }

  /** Returns the deadline, or the latest it may be. */
  long deadline() {
    return Math.min(writeDeadline, accessDeadline);
  }

  boolean isLive(long now) {
    return deadline() == Times.NEVER || now < deadline();
  }

  /** Returns true if it is known whether it is alive, though jitter was not seen yet. */
  boolean isCertain(long now) {
    return slack == 0 || !isLive(now) || now < earliest();
  }

  private long earliest() {
    long uncertain = slackOfAccess ? accessDeadline : writeDeadline;
    return Math.min(uncertain - slack, deadline());
  }

  /** Gives it another access deadline, as a read does. */
  void accessed(long newAccessDeadline) {
    accessDeadline = newAccessDeadline;
    if (slackOfAccess) {
      slack = 0;
    }
  }

  /** Learns the deadline that the cache shows. */
  void learn(long shown) {
    boolean possible =
        shown <= deadline() && (shown == deadline() || (slack > 0 && shown >= earliest()));
    Mismatch.unless(
        possible,
        () -> "the deadline of " + value + " should be " + this + " but is " + Times.text(shown));
    if (slack == 0) {
      return;
    }
    long certain = slackOfAccess ? writeDeadline : accessDeadline;
    long uncertain = slackOfAccess ? accessDeadline : writeDeadline;
    if (shown < certain) {
      slack = 0;
      if (slackOfAccess) {
        accessDeadline = shown;
      } else {
        writeDeadline = shown;
      }
    } else {
      slack = Math.min(slack, uncertain - shown);
    }
  }

  @Override
  public String toString() {
    return value
        + " until "
        + Times.text(deadline())
        + (slack == 0 ? "" : " or up to " + slack + " earlier");
  }
}
