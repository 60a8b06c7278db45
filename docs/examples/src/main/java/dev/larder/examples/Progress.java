package dev.larder.examples;

import java.io.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Counts the requests that are done, for somebody who watches. Safe for use by many threads. */
interface Progress extends AutoCloseable {
  int WIDTH = 79;
  int UPDATE_MILLIS = 200;

  /** One request is done. */
  void step();

  @Override
  void close();

  /** Starts to show the progress of that many requests. */
  @FunctionalInterface
  interface Display {
    Progress start(long requests);
  }

  /** Returns a progress bar, if the output of this JVM is a terminal, or else nothing. */
  static Display on(PrintStream out) {
    return isTerminal() ? requests -> bar(out, requests) : Progress::none;
  }

  /** Returns a progress that nobody sees. */
  static Progress none(long requests) {
    return of(() -> {}, () -> {});
  }

  /** Returns a progress that calls these. */
  static Progress of(Runnable step, Runnable close) {
    return new Progress() {
      @Override
      public void step() {
        step.run();
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }

  private static Progress bar(PrintStream out, long requests) {
    // With a width of its own no native library has to be loaded to ask the terminal for it.
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("Replaying")
            .setInitialMax(requests)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
            .build();
    return of(bar::step, bar::close);
  }

  /** Up to JDK 21 there is a console on a terminal only; later ones have to be asked. */
  @SuppressWarnings("SystemConsoleNull") // null or not, and then asked: right on all JDKs
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
