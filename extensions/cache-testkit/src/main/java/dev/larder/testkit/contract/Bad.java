package dev.larder.testkit.contract;

/** Makes nulls that the compiler lets pass. */
final class Bad {
  private Bad() {}

  /** Returns null. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // on purpose: to see it refused
  static <T> T value() {
    return null;
  }
}
