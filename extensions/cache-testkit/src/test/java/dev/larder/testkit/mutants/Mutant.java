package dev.larder.testkit.mutants;

/**
 * A seeded violation: one change of one source file, and a test that turns red by it.
 *
 * @param property the property that it breaks
 * @param what what it does wrong
 * @param file the source file, below the sources of the core or the strategies
 * @param from the text that is replaced, which occurs once
 * @param to the text in its place
 * @param killer the test class and method, {@code Class#method}
 */
record Mutant(String property, String what, String file, String from, String to, String killer) {

  @Override
  public String toString() {
    return property + " " + what;
  }
}
