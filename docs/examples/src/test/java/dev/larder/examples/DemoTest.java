package dev.larder.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;
  private String smallTrace;

  @BeforeEach
  void writeSmallTrace() throws IOException {
    int[] requests = skewedRequests(2_000, 300);
    smallTrace = Files.write(directory.resolve("small.gz"), TraceFiles.trace(requests)).toString();
  }

  @Test
  void run_small_printsTheTableAndChecksTheCache() {
    int status = run("--trace", smallTrace, "--capacity", "100");

    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("2,000 requests for")
        .contains("a cache of 100 products for 10m; threads: 1")
        .containsPattern("requests +2,000 +2,000 +2,000\n")
        .containsPattern("database reads +2,000 +[1-9]\\d* +[1-9]\\d*\n")
        .containsPattern("database writes +0 +0 +100\n")
        .containsPattern("hit ratio +- +\\d+\\.\\d % +\\d+\\.\\d %\n")
        .containsPattern("hit, p50 / p99 +- +[\\d.]+ / [\\d.]+ +[\\d.]+ / [\\d.]+\n")
        .containsPattern("miss, p50 / p99( +[\\d.]+ / [\\d.]+){3}\n")
        .containsPattern("write, p50 / p99 +[\\d.]+ / [\\d.]+ +- +[\\d.]+ / [\\d.]+\n")
        .containsPattern("miss penalty +- +[\\d.]+ / [\\d.]+ +[\\d.]+ / [\\d.]+\n")
        .containsPattern("write penalty +- +- +[\\d.]+ / [\\d.]+\n")
        .containsPattern("total time( +[\\d.]+ s){3}\n")
        .contains("Checked: 400 cached products,");
  }

  @Test
  void run_fourThreads_servesEachRequestOnce() {
    int status = run("--trace", smallTrace, "--capacity", "100", "--threads", "4");

    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("threads: 4")
        .containsPattern("requests +2,000 +2,000 +2,000\n")
        .containsPattern("database reads +2,000 ")
        .containsPattern("database writes +0 +0 +100\n")
        .contains("Checked: 400 cached products,");
  }

  @Test
  void run_capacityForAll_readsEachProductOnce() throws IOException {
    int products = Trace.read(Files.newInputStream(Path.of(smallTrace))).products();

    int status = run("--trace", smallTrace, "--capacity", "1000");

    assertThat(status).isZero();
    assertThat(out.toString()).containsPattern("database reads +2,000 +" + products + " ");
  }

  @Test
  void run_outputIsNoTerminal_hasNoControlCharacters() {
    run("--trace", smallTrace);

    assertThat(out.toString()).matches("(?s)[\\n -~]*");
  }

  @Test
  void run_traceShorterThanAWrite_printsDashes() throws IOException {
    Path two = Files.write(directory.resolve("two.gz"), TraceFiles.trace(0, 1));

    int status = run("--trace", two.toString());

    assertThat(status).isZero();
    assertThat(out.toString()).containsPattern("write, p50 / p99 +- +- +-\n");
  }

  @Test
  void run_rowDiffersFromCache_isStatus1AndOneLine() {
    int status =
        run(
            database ->
                new ProductRepository(database) {
                  @Override
                  void save(Product product) throws SQLException {
                    super.save(product.withPrice(product.price().add(BigDecimal.ONE)));
                  }
                },
            Progress::none,
            "--trace",
            smallTrace);

    assertThat(status).isEqualTo(1);
    assertThat(err.toString())
        .matches("larder-demo: cache and database differ: the cache has Product\\[.*\n")
        .contains(", the database has Product[");
    assertThat(out.toString()).doesNotContain("all equal");
  }

  @Test
  void run_databaseFails_isStatus1AndOneLine() {
    int status =
        run(
            database ->
                new ProductRepository(database) {
                  @Override
                  Product find(int id) throws SQLException {
                    throw new SQLException("the disk\nis on fire");
                  }
                },
            Progress::none,
            "--trace",
            smallTrace);

    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).matches("larder-demo: .*the disk\n");
  }

  @Test
  void run_watched_reportsEachRequestOfEachReplayAndItsWarmUp() {
    AtomicLong announced = new AtomicLong();
    AtomicLong stepped = new AtomicLong();
    AtomicLong closed = new AtomicLong();
    Progress.Display display =
        requests -> {
          announced.set(requests);
          return Progress.of(stepped::incrementAndGet, closed::incrementAndGet);
        };

    run(ProductRepository::new, display, "--trace", smallTrace, "--threads", "3");

    assertThat(announced).hasValue(2 * (3 * 2_000 + 100));
    assertThat(stepped).hasValue(announced.get());
    assertThat(closed).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --capacity 0      | --capacity must be at least 1, but is 0
          --capacity -5     | --capacity must be at least 1, but is -5
          --capacity many   | Invalid value for option '--capacity': 'many' is not a long
          --threads 0       | --threads must lie in 1 to 256, but is 0
          --threads 257     | --threads must lie in 1 to 256, but is 257
          --ttl 0s          | --ttl must be longer than 0
          --ttl -1s         | --ttl must be longer than 0
          --ttl soon        | Invalid value for option '--ttl': 'soon' is no duration such as 30s, 10m or 1h30m
          --ttl             | Missing required parameter for option '--ttl' (DURATION)
          --colour red      | Unknown options: '--colour', 'red'
          --trace nowhere   | --trace: there is no file nowhere
          """)
  void run_badOption_isStatus2AndOneLine(String arguments, String message) {
    int status = run(arguments.split(" "));

    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("larder-demo: " + message + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void run_truncatedTrace_isStatus2AndOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(smallTrace));
    Path truncated =
        Files.write(directory.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));

    int status = run("--trace", truncated.toString());

    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .matches(
            "larder-demo: --trace: cannot read .*cut.gz: it is truncated after \\d+ requests\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void run_help_namesEveryOptionAndStatus() {
    int status = run("--help");

    assertThat(status).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .contains("--capacity", "--ttl", "--threads", "--trace", "--help", "--version")
        .contains("Default: 2000", "Default: 10m", "Default: 1")
        .contains("Exit status:", "a bad option");
  }

  @Test
  void run_version_isTheBuilds() {
    int status = run("--version");

    assertThat(status).isZero();
    assertThat(out.toString()).matches("larder-demo \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  private int run(String... args) {
    return run(ProductRepository::new, Progress::none, args);
  }

  private int run(
      Function<DataSource, ProductRepository> repositories,
      Progress.Display display,
      String... args) {
    return Demo.run(
        args, new PrintWriter(out, true), new PrintWriter(err, true), repositories, display);
  }

  /** Products are numbered in the order of their first request; low numbers are asked for most. */
  private static int[] skewedRequests(int count, int bound) {
    Random random = new Random(1);
    List<Integer> seen = new ArrayList<>();
    return IntStream.generate(() -> (int) (bound * Math.pow(random.nextDouble(), 3)))
        .limit(count)
        .map(
            product -> {
              if (!seen.contains(product)) {
                seen.add(product);
              }
              return seen.indexOf(product);
            })
        .toArray();
  }
}
