package dev.larder.testkit.model;

/** Chooses what to do next, at the top or inside a loader or function. */
final class Operations {
  private final Session session;
  private final Reads reads;
  private final Writes writes;
  private final Computes computes;
  private final Loads loads;
  private final LeaseUses leases;
  private final Views views;
  private final Surroundings surroundings;

  Operations(Session session) {
    this.session = session;
    reads = new Reads(session);
    writes = new Writes(session);
    computes = new Computes(session, this::nested);
    loads = new Loads(session, this::nested);
    leases = new LeaseUses(session);
    views = new Views(session);
    surroundings = new Surroundings(session);
  }

  /** Does some operation and compares. */
  void next() {
    boolean deepest = session.depth() == Session.MAXIMUM_DEPTH;
    int choice = session.dice().below(deepest ? 72 : 100);
    if (choice < 12) {
      read();
    } else if (choice < 42) {
      write();
    } else if (choice < 56) {
      lease();
    } else if (choice < 72) {
      other();
    } else {
      withCode();
    }
    session.settle();
  }

  /** Looks at the cache from all sides. */
  void look() {
    views.look();
  }

  private void nested() {
    for (int n = Math.max(0, session.dice().below(5) - 2); n > 0; n--) {
      next();
    }
  }

  private void read() {
    switch (session.dice().below(6)) {
      case 0, 1, 2 -> reads.getIfPresent();
      case 3 -> reads.get();
      case 4 -> reads.mapGet();
      default -> reads.getAllPresent();
    }
  }

  private void write() {
    switch (session.dice().below(24)) {
      case 0, 1, 2, 3, 4 -> writes.put();
      case 5, 6 -> writes.mapPut();
      case 7, 8, 9 -> writes.putWithTimeToLive();
      case 10, 11 -> writes.putAll();
      case 12, 13 -> writes.putIfAbsent();
      case 14 -> writes.replace();
      case 15, 16 -> writes.replaceExpected();
      case 17 -> writes.remove();
      case 18 -> writes.removeExpected();
      case 19, 20 -> writes.invalidate();
      case 21 -> writes.invalidateSome();
      case 22 -> writes.invalidateIf();
      default -> writes.invalidateAll();
    }
  }

  private void lease() {
    switch (session.dice().below(10)) {
      case 0, 1, 2 -> leases.take();
      case 3, 4 -> leases.publish();
      case 5, 6 -> leases.publishWithTimeToLive();
      case 7, 8 -> leases.publishAbsent();
      default -> leases.close();
    }
  }

  private void other() {
    switch (session.dice().below(16)) {
      case 0, 1, 2, 3, 4 -> surroundings.advanceALittle();
      case 5, 6, 7 -> surroundings.advanceToADeadline();
      case 8, 9 -> surroundings.advanceALot();
      case 10, 11 -> surroundings.resize();
      case 12, 13 -> views.walk();
      case 14 -> views.removeIf();
      default -> {
        session.note(() -> "look at all views");
        views.look();
      }
    }
  }

  private void withCode() {
    switch (session.dice().below(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> loads.get();
      case 7, 8, 9 -> loads.getAll();
      case 10, 11, 12 -> computes.compute();
      case 13, 14 -> computes.computeIfAbsent();
      case 15, 16 -> computes.computeIfPresent();
      case 17, 18 -> computes.merge();
      default -> computes.replaceAll();
    }
  }
}
