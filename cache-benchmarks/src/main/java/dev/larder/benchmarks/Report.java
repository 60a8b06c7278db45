package dev.larder.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link CacheBenchmark} in rounds and prints the ratios to Caffeine. In a round each
 * candidate has one JVM per workload, one after the other; every second round goes the other way
 * round.
 */
public final class Report {
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 2;
  private static final int MEASUREMENTS = 3;
  private static final TimeValue ITERATION = TimeValue.milliseconds(800);

  private Report() {}

  /** Takes some four minutes; needs no arguments. */
  public static void main(String[] args) throws RunnerException {
    Map<Workload, Scores> all = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      System.err.printf("round %d of %d%n", round + 1, ROUNDS);
      for (Workload workload : Workload.ALL) {
        Scores scores = all.computeIfAbsent(workload, w -> new Scores());
        List<Candidate> order = new ArrayList<>(workload.candidates());
        if (round % 2 == 1) {
          Collections.reverse(order);
        }
        for (Candidate candidate : order) {
          scores.add(candidate, nanos(workload, candidate));
        }
      }
    }
    print(all, System.out);
  }

  private static double nanos(Workload workload, Candidate candidate) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(workload.include())
            .param("candidate", candidate.name())
            .threads(workload.threads())
            .forks(1)
            .jvmArgs("-Xms1g", "-Xmx1g")
            .warmupIterations(WARM_UPS)
            .warmupTime(ITERATION)
            .measurementIterations(MEASUREMENTS)
            .measurementTime(ITERATION)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    RunResult result = new Runner(options).runSingle();
    return result.getPrimaryResult().getScore();
  }

  static void print(Map<Workload, Scores> all, PrintStream out) {
    out.printf(
        "Nanoseconds per operation, %,d entries: medians of %d rounds; JDK %s, %d processors%n%n",
        CacheBenchmark.MAXIMUM,
        ROUNDS,
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors());
    line(out, "", "Larder", "Caffeine", "ConcurrentHashMap", "Larder / Caffeine");
    all.forEach(
        (workload, scores) ->
            line(
                out,
                workload.title(),
                scores.median(Candidate.LARDER),
                scores.median(Candidate.CAFFEINE),
                scores.median(Candidate.CONCURRENT_HASH_MAP),
                scores.ratio()));
    out.println();
    out.println("Larder / Caffeine: how many times as fast as Caffeine Larder is, above 1 faster;");
    out.println("the median of the rounds' ratios (the lowest to the highest).");
  }

  private static void line(PrintStream out, String title, String... cells) {
    out.printf("%-16s%10s%10s%19s   %s%n", title, cells[0], cells[1], cells[2], cells[3]);
  }
}
