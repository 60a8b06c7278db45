package dev.larder.testkit.model;

import java.util.SplittableRandom;

/** Random choices, all from one seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Returns dice that have nothing in common with those of another number. */
  static Dice of(long seed, int number) {
    return new Dice(mixed(mixed(seed) + number));
  }

  /**
   * Spreads neighbours (MurmurHash3's finalizer): to a SplittableRandom, seeds at a distance of its
   * own increment are one sequence, shifted.
   */
  static long mixed(long number) {
    long first = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
    long second = (first ^ (first >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return second ^ (second >>> 33);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns a number from one to another, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }
}
