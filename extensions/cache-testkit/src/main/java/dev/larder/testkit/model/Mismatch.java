package dev.larder.testkit.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cache and its oracle differ. */
final class Mismatch extends AssertionError {
  private static final long serialVersionUID = 1L;

  Mismatch(String message) {
    super(message);
  }

  static void unless(boolean condition, Supplier<String> message) {
    if (!condition) {
      throw new Mismatch(message.get());
    }
  }

  static void expect(@Nullable Object expected, @Nullable Object actual, String what) {
    if (expected == null ? actual != null : !expected.equals(actual)) {
      throw new Mismatch(what + " should be " + expected + " but is " + actual);
    }
  }

  static void expect(long expected, long actual, String what) {
    if (expected != actual) {
      throw new Mismatch(what + " should be " + expected + " but is " + actual);
    }
  }
}
