package dev.larder.benchmarks;

import static dev.larder.benchmarks.workload.Candidate.CACHE2K;
import static dev.larder.benchmarks.workload.Candidate.CAFFEINE;
import static dev.larder.benchmarks.workload.Candidate.LARDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.benchmarks.measure.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportTest {
  @TempDir Path directory;

  private final List<String> measured = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void rows_selected_measuresOnlyThose() {
    assertThat(run("--quick", "--rows", "^insert .* 64K")).isZero();

    assertThat(measured).containsExactly("insert 64K QUICK", "insert 64K x2 QUICK");
  }

  @Test
  void rows_fromOneMeasurement_measureItOnce() {
    assertThat(run("--rows", "read hit 4K")).isZero();

    assertThat(measured).containsExactly("hit 4K FULL");
    assertThat(out.toString())
        .contains("read hit 4K, 1 thread")
        .contains("read hit 4K, against CHM")
        .doesNotContain("64K");
  }

  @Test
  void table_row_showsTargetsRatiosAndVerdict() {
    run("--rows", "read hit 64K, 2");

    assertThat(out.toString())
        .containsPattern(
            "read hit 64K, 2 threads +4\\.00 +6\\.50 +5\\.00 +\\(4\\.50 - 5\\.50\\) +floor"
                + " +0\\.50 +- +1\\.00 +125\n")
        .contains("caffeine: 3.")
        .contains("cache2k: 2.");
  }

  @Test
  void json_file_holdsCircumstancesRowsAndMetrics() throws IOException {
    Path file = directory.resolve("results.json");

    assertThat(run("--rows", "read hit 64K, 2", "--json", file.toString())).isZero();

    assertThat(Files.readString(file))
        .contains("\"processors\": " + Runtime.getRuntime().availableProcessors())
        .contains("\"caffeine\": \"3.", "\"cache2k\": \"2.", "\"jdk\": ", "\"commit\": ")
        .contains("\"verdict\": \"floor\"", "\"median\": 5.0", "\"samples\": 2");
  }

  @Test
  void json_cannotBeWritten_isRefusedBeforeMeasuring() {
    Path file = directory.resolve("missing").resolve("results.json");

    assertThat(run("--json", file.toString())).isEqualTo(2);

    assertThat(err.toString().lines()).containsExactly("--json: cannot write " + file);
    assertThat(measured).isEmpty();
  }

  @Test
  void json_measurementFails_leavesTheOldFile() throws IOException {
    Path file = directory.resolve("results.json");
    Files.writeString(file, "old");
    CommandLine failing =
        Report.commandLine(
            (measurement, plan) -> {
              throw new IllegalStateException("fails");
            });

    assertThat(failing.setErr(new PrintWriter(err, true)).execute("--json", file.toString()))
        .isEqualTo(1);

    assertThat(file).hasContent("old");
  }

  @Test
  void rows_noMatch_isRefused() {
    assertThat(run("--rows", "nonsense")).isEqualTo(2);

    assertThat(err.toString().lines()).containsExactly("--rows: no title contains nonsense");
  }

  @Test
  void rows_noPattern_isRefusedWithOneLine() {
    assertThat(run("--rows", "(")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("--rows");
  }

  @Test
  void option_unknown_isRefusedWithOneLine() {
    assertThat(run("--fast")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("--fast");
  }

  @Test
  void help_asked_isPrinted() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).contains("--rows", "--quick", "--json");
    assertThat(measured).isEmpty();
  }

  private int run(String... args) {
    CommandLine commandLine =
        Report.commandLine(
            (measurement, plan) -> {
              measured.add(measurement.id() + " " + plan);
              return samples();
            });
    return commandLine
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private static Samples samples() {
    Samples samples = new Samples();
    samples.add("ns", LARDER, 25);
    samples.add("ns", CAFFEINE, 100);
    samples.add("ns", CACHE2K, 200);
    samples.add("ns", LARDER, 25);
    samples.add("ns", CAFFEINE, 150);
    samples.add("ns", CACHE2K, 300);
    return samples;
  }
}
