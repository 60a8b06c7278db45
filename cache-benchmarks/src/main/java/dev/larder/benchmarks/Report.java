package dev.larder.benchmarks;

import dev.larder.benchmarks.measure.Fork;
import dev.larder.benchmarks.measure.Measurement;
import dev.larder.benchmarks.measure.Measurements;
import dev.larder.benchmarks.measure.Plan;
import dev.larder.benchmarks.measure.Samples;
import dev.larder.benchmarks.report.Circumstances;
import dev.larder.benchmarks.report.Results;
import dev.larder.benchmarks.report.Row;
import dev.larder.benchmarks.report.Rows;
import dev.larder.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares Larder with Caffeine, cache2k and ConcurrentHashMap and prints a table. */
@Command(
    name = "Report",
    description = "Compares Larder with Caffeine, cache2k and ConcurrentHashMap (CHM).",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:measured", "1:a measurement failed", "2:a bad option"})
public final class Report implements Callable<Integer> {
  private final BiFunction<Measurement, Plan, Samples> measure;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rows",
      paramLabel = "REGEX",
      description = "Only rows in whose title this is found: \"1 thread\", \"^read hit\".")
  private Pattern titles = Pattern.compile("");

  @Option(
      names = "--quick",
      description = "A first look, under five minutes: fewer rounds, a shorter warm-up.")
  private boolean quick;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results there too.")
  private @Nullable Path json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this.")
  @SuppressWarnings("unused") // Picocli acts on it.
  private boolean help;

  Report(BiFunction<Measurement, Plan, Samples> measure) {
    this.measure = measure;
  }

  /** See {@code --help}. */
  public static void main(String[] args) {
    System.exit(commandLine(Fork::run).execute(args));
  }

  static CommandLine commandLine(BiFunction<Measurement, Plan, Samples> measure) {
    return new CommandLine(new Report(measure)).setParameterExceptionHandler(Report::refuse);
  }

  private static int refuse(ParameterException problem, String[] args) {
    CommandLine commandLine = problem.getCommandLine();
    commandLine.getErr().println(Objects.toString(problem.getMessage()).lines().findFirst().get());
    return commandLine.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public Integer call() throws IOException {
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    List<Row> rows = Rows.ALL.stream().filter(row -> titles.matcher(row.title()).find()).toList();
    if (rows.isEmpty()) {
      throw new ParameterException(commandLine, "--rows: no title contains " + titles);
    }
    if (json != null) {
      claim(commandLine, json);
    }
    Map<String, Object> circumstances = Circumstances.now();
    circumstances.put("plan", plan());
    Map<String, Samples> measured = measure(rows);
    Table.print(circumstances, rows, measured, commandLine.getOut());
    if (json != null) {
      Files.writeString(json, Results.write(circumstances, rows, measured));
    }
    return commandLine.getCommandSpec().exitCodeOnSuccess();
  }

  private Map<String, Samples> measure(List<Row> rows) {
    List<Measurement> measurements =
        rows.stream().map(Row::measurement).distinct().map(Measurements::byId).toList();
    Progress progress = new Progress(measurements, plan(), System.err);
    Map<String, Samples> measured = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      progress.begin(measurement);
      measured.put(measurement.id(), measure.apply(measurement, plan()));
    }
    return measured;
  }

  private Plan plan() {
    return quick ? Plan.QUICK : Plan.FULL;
  }

  /**
   * A file that cannot be written is to be known before everything is measured. What it holds stays
   * until there is something better.
   */
  private static void claim(CommandLine commandLine, Path file) {
    try {
      Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new ParameterException(commandLine, "--json: cannot write " + file, e);
    }
  }
}
