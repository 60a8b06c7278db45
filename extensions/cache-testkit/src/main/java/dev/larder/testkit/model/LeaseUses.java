package dev.larder.testkit.model;

import dev.larder.testkit.model.Session.Held;

/** Operations on leases, of which several are kept across steps. */
final class LeaseUses {
  private static final int MOST = 6;

  private final Session session;
  private final Oracle oracle;
  private int taken;

  LeaseUses(Session session) {
    this.session = session;
    this.oracle = session.oracle;
  }

  void take() {
    int key = session.key();
    int number = ++taken;
    session.note(() -> "lease(" + key + "), number " + number);
    if (session.leases.size() == MOST) {
      Held oldest = session.leases.remove(0);
      oracle.close(oldest.permission());
      oldest.lease().close();
    }
    session.leases.add(new Held(number, session.cache.lease(key), oracle.lease(key)));
  }

  private Held any() {
    if (session.leases.isEmpty()) {
      take();
    }
    return session.leases.get(session.dice().below(session.leases.size()));
  }

  /** Returns a value that may be refused, unless whether it is looked at is open. */
  private Token tokenFor(Held held) {
    return canLand(held) ? session.anyToken() : session.token();
  }

  private boolean canLand(Held held) {
    return held.permission().isValid() && !oracle.isComputing(held.permission().key);
  }

  void publish() {
    Held held = any();
    Token value = tokenFor(held);
    session.note(() -> "publish(" + value + ") by " + text(held));
    Outcome actual = Outcome.of(() -> held.lease().publish(value));
    Outcome expected =
        Outcome.of(
            () -> oracle.publish(held.permission(), value, () -> Boolean.TRUE == actual.value()));
    expected.requireOf(actual);
  }

  void publishWithTimeToLive() {
    Held held = any();
    boolean bad = canLand(held) && session.dice().chance(5);
    Token value = bad ? session.token() : tokenFor(held);
    long timeToLive = bad ? -1 : session.timeToLive();
    session.both(
        () -> "publish(" + value + ", " + Times.text(timeToLive) + ") by " + text(held),
        () -> oracle.publish(held.permission(), value, timeToLive),
        () -> held.lease().publish(value, Times.duration(timeToLive)));
  }

  void publishAbsent() {
    Held held = any();
    long timeToLive = canLand(held) && session.dice().chance(5) ? -1 : session.timeToLive();
    session.both(
        () -> "publishAbsent(" + Times.text(timeToLive) + ") by " + text(held),
        () -> oracle.publishAbsent(held.permission(), timeToLive),
        () -> held.lease().publishAbsent(Times.duration(timeToLive)));
  }

  void close() {
    Held held = any();
    session.note(() -> "close " + text(held));
    oracle.close(held.permission());
    held.lease().close();
  }

  private static String text(Held held) {
    return "lease " + held.number() + " of " + held.permission().key;
  }
}
