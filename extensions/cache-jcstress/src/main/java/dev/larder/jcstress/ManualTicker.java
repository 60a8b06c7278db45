package dev.larder.jcstress;

import dev.larder.cache.Ticker;

/** Time that stands still until it is set. */
final class ManualTicker implements Ticker {
  private volatile long now;

  void set(long reading) {
    now = reading;
  }

  @Override
  public long read() {
    return now;
  }
}
