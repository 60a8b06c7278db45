package dev.larder.cache;

/** The one system ticker; an enum, so that it can be recognised by identity. */
enum SystemTicker implements Ticker {
  INSTANCE;

  @Override
  public long read() {
    return System.nanoTime();
  }

  @Override
  public String toString() {
    return "Ticker.system()";
  }
}
