package dev.larder.testkit.model;

import java.util.List;

/** What happens to the cache as a whole: time passes, and its maximum changes. */
final class Surroundings {
  static final List<Long> MAXIMA = List.of(0L, 1L, 2L, 4L, 9L, Session.ROOM_FOR_ALL);

  private final Session session;
  private final Oracle oracle;

  Surroundings(Session session) {
    this.session = session;
    this.oracle = session.oracle;
  }

  void advanceALittle() {
    advance(session.dice().between(1, 8));
  }

  void advanceALot() {
    advance(session.dice().chance(10) ? 2_000_000 : session.dice().between(10, 90));
  }

  /** Moves time to the very tick at which something expires, or to the one before. */
  void advanceToADeadline() {
    Slot slot = oracle.live(session.key());
    if (slot == null || slot.deadline() == Times.NEVER) {
      return;
    }
    long nanos = slot.deadline() - oracle.now() - session.dice().below(2);
    if (nanos > 0) {
      advance(nanos);
    }
  }

  private void advance(long nanos) {
    session.note(() -> "time " + oracle.now() + " + " + nanos);
    session.advance(nanos);
  }

  void resize() {
    if (!session.config.isBounded()) {
      session.both(
          () -> "setMaximum(5)",
          () -> {
            throw new IllegalStateException("unbounded");
          },
          () -> {
            session.policy.setMaximum(5);
            return null;
          });
      return;
    }
    long maximum = session.dice().chance(5) ? -1 : MAXIMA.get(session.dice().below(MAXIMA.size()));
    session.bothRun(
        () -> "setMaximum(" + maximum + ")",
        () -> {
          if (maximum < 0) {
            throw new IllegalArgumentException("negative");
          }
          oracle.maximum(maximum);
        },
        () -> session.policy.setMaximum(maximum));
  }
}
