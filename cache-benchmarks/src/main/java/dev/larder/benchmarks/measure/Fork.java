package dev.larder.benchmarks.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes a measurement in a JVM of its own; that one runs {@link #main}. */
public final class Fork {
  /** Whatever flags this JVM was given come after these, and win. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseG1GC",
          "-Xms2g",
          "-Xmx2g",
          "-XX:+EnableDynamicAgentLoading",
          "-Djdk.attach.allowAttachSelf=true");

  /** Says hello otherwise. */
  private static final Logger CACHE2K_LOG = Logger.getLogger("org.cache2k");

  private Fork() {}

  /** Measures, waits for the end and returns the samples. */
  public static Samples run(Measurement measurement, Plan plan) {
    if (measurement.candidates().isEmpty()) {
      return new Samples();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fork.class.getName()));
    command.addAll(List.of(measurement.id(), plan.name()));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return samples(measurement, process);
    } catch (IOException e) {
      throw new UncheckedIOException(measurement.id(), e);
    }
  }

  private static Samples samples(Measurement measurement, Process process) throws IOException {
    Thread killer = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(killer);
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = reader.lines().toList();
      int status = process.onExit().join().exitValue();
      if (status != 0) {
        throw new IllegalStateException(measurement.id() + " ended with status " + status);
      }
      return Samples.parse(lines);
    } finally {
      Runtime.getRuntime().removeShutdownHook(killer);
    }
  }

  /** Takes the name of a measurement and that of a plan; prints samples. */
  public static void main(String[] args) {
    CACHE2K_LOG.setLevel(Level.WARNING);
    PrintStream out = System.out;
    // Libraries may have something to say; only samples go to the parent.
    System.setOut(System.err);
    Measurements.byId(args[0]).run(Plan.valueOf(args[1])).toLines().forEach(out::println);
  }
}
