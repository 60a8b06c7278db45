package dev.larder.testkit.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a call ended: with a value, which may be null, or with an exception. */
record Outcome(@Nullable Object value, @Nullable Class<?> thrown) {

  /** A call. */
  @FunctionalInterface
  interface Call extends Supplier<@Nullable Object> {}

  static Outcome returning(@Nullable Object value) {
    return new Outcome(value, null);
  }

  static Outcome throwing(Class<? extends RuntimeException> thrown) {
    return new Outcome(null, thrown);
  }

  static Outcome of(Call call) {
    try {
      return returning(call.get());
    } catch (RuntimeException e) {
      return throwing(e.getClass());
    }
  }

  static Outcome ofRun(Runnable call) {
    return of(
        () -> {
          call.run();
          return null;
        });
  }

  /** Checks the outcome on the cache; tokens have to be the same and not only equal. */
  void requireOf(Outcome actual) {
    boolean same =
        thrown == actual.thrown
            && (value instanceof Token
                ? value == actual.value
                : value == null ? actual.value == null : value.equals(actual.value));
    Mismatch.unless(same, () -> "it should " + this + " but did " + actual);
  }

  @Override
  public String toString() {
    return thrown == null ? "return " + value : "throw " + thrown.getSimpleName();
  }
}
