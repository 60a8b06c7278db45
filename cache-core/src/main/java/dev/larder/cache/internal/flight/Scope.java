package dev.larder.cache.internal.flight;

/** The cache at the bottom of a stack of decorators, as far as holds are concerned. */
public interface Scope {

  /** Returns the name used in messages. */
  String name();

  /** Called after the current thread has ended a hold in this scope, with no lock held. */
  void released();
}
