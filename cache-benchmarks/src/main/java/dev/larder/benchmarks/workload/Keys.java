package dev.larder.benchmarks.workload;

/** Scattered keys: the numbers in order, each with its bits mixed. */
public final class Keys {
  private Keys() {}

  /** Returns a new object for each call; different numbers give different keys. */
  public static Long key(long number) {
    long bits = number + 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
