package dev.larder.examples;

import dev.larder.cache.Cache;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the demo, whose work is done by {@link Experiment}. */
@Command(
    name = "larder-demo",
    description = {
      "Replays the recorded product page requests of a shop on an embedded database three times:"
          + " straight to the database, with lazy loading, and with lazy loading and write-through"
          + " where every 20th request updates a price. Then it compares every cached product with"
          + " its database row.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Demo.Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every cached product equals its database row",
      "1:one does not, or the demo failed",
      "2:a bad option"
    })
final class Demo implements Callable<Integer> {
  private static final int MAXIMUM_THREADS = 256;

  private final Function<DataSource, ProductRepository> repositories;
  private final Progress.Display display;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--capacity",
      paramLabel = "ENTRIES",
      defaultValue = "2000",
      description = "How many products the cache holds. Default: ${DEFAULT-VALUE}.")
  private long capacity;

  @Option(
      names = "--ttl",
      paramLabel = "DURATION",
      defaultValue = "10m",
      converter = DurationConverter.class,
      description = "How long a product stays cached: 30s, 10m, 1h30m. Default: ${DEFAULT-VALUE}.")
  private Duration timeToLive = Duration.ZERO;

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "How many threads send requests. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Another trace in the format of web12, which is the default.")
  private @Nullable Path traceFile;

  private Demo(Function<DataSource, ProductRepository> repositories, Progress.Display display) {
    this.repositories = repositories;
    this.display = display;
  }

  /** Runs the demo and ends the JVM with its exit status. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(run(args, out, err, ProductRepository::new, Progress.on(System.out)));
  }

  /** Runs the demo and returns its exit status. */
  static int run(
      String[] args,
      PrintWriter out,
      PrintWriter err,
      Function<DataSource, ProductRepository> repositories,
      Progress.Display display) {
    return new CommandLine(new Demo(repositories, display))
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((problem, all) -> fail(err, problem, 2))
        .setExecutionExceptionHandler((problem, command, all) -> fail(err, problem, 1))
        .execute(args);
  }

  private static int fail(PrintWriter err, Exception problem, int status) {
    String message = Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    err.println("larder-demo: " + message.lines().findFirst().orElse(""));
    return status;
  }

  @Override
  public Integer call() throws Exception {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    check(capacity >= 1, "--capacity must be at least 1, but is " + capacity);
    check(
        threads >= 1 && threads <= MAXIMUM_THREADS,
        "--threads must lie in 1 to " + MAXIMUM_THREADS + ", but is " + threads);
    check(timeToLive.compareTo(Duration.ZERO) > 0, "--ttl must be longer than 0");
    Trace trace = trace(command);
    PrintWriter out = command.getOut();
    out.printf(
        Locale.ROOT,
        "%,d requests for %,d products; a cache of %,d products for %s; threads: %d%n%n",
        trace.requests().length,
        trace.products(),
        capacity,
        DurationConverter.format(timeToLive),
        threads);
    out.flush();
    Experiment.Result result = experiment(trace);
    result.table().print(out);
    out.println();
    String difference = result.difference();
    if (difference != null) {
      out.flush();
      command.getErr().println("larder-demo: cache and database differ: " + difference);
      return 1;
    }
    out.printf(
        Locale.ROOT,
        "Checked: %,d cached products, after each replay, all equal to their database rows.%n",
        result.compared());
    return 0;
  }

  private void check(boolean valid, String message) {
    if (!valid) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
  }

  private Trace trace(CommandLine command) throws IOException {
    if (traceFile == null) {
      return Trace.web12();
    }
    try (InputStream file = Files.newInputStream(traceFile)) {
      return Trace.read(file);
    } catch (NoSuchFileException e) {
      throw new ParameterException(command, "--trace: there is no file " + traceFile, e);
    } catch (IOException e) {
      throw new ParameterException(
          command, "--trace: cannot read " + traceFile + ": " + e.getMessage(), e);
    }
  }

  private Experiment.Result experiment(Trace trace) throws Exception {
    // One connection for each thread, and one more for the comparison.
    try (Database database = Database.open(threads + 1)) {
      ProductRepository repository = repositories.apply(database.connections());
      repository.create(trace.products());
      Experiment experiment =
          new Experiment(
              repository,
              () ->
                  Cache.<Integer, Product>builder()
                      .maximumSize(capacity)
                      .expireAfterWrite(timeToLive)
                      .build());
      return experiment.run(trace, threads, display);
    }
  }

  /** Reads the version that the build has written. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties properties = new Properties();
      try (InputStream resource = Demo.class.getResourceAsStream("demo.properties")) {
        properties.load(resource);
      }
      return new String[] {"larder-demo " + properties.getProperty("version")};
    }
  }
}
