package dev.larder.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The operations of a run in words, if anybody wants to read them. */
final class Trace {
  private final boolean on;
  private final List<String> lines = new ArrayList<>();
  private int step;

  Trace(boolean on) {
    this.on = on;
  }

  void step(int number) {
    step = number;
  }

  void add(int depth, Supplier<String> what) {
    if (on) {
      String head = depth == 0 ? String.format("%6d  ", step) : " ".repeat(8 + 2 * depth);
      lines.add(head + what.get());
    }
  }

  String text() {
    return String.join(System.lineSeparator(), lines);
  }
}
