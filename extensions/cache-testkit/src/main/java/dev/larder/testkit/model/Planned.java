package dev.larder.testkit.model;

/** What loaders and functions of the model throw on purpose. */
final class Planned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Planned() {
    super("planned", null, false, false);
  }
}
