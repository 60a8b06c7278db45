package dev.larder.testkit.model;

import java.util.SplittableRandom;

/** Random choices, all from one seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
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
