package dev.larder.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

class ReportTest {
  @Test
  void print_scores_showsMediansAndRatios() {
    Scores scores = new Scores();
    add(scores, Candidate.LARDER, 200, 100, 400);
    add(scores, Candidate.CAFFEINE, 100, 100, 100);

    assertThat(print(scores))
        .containsPattern("put at capacity +200\\.0 +100\\.0 +- +0\\.50  \\(0\\.25 to 1\\.00\\)\n");
  }

  @Test
  void ratio_evenNumberOfRounds_isTheMiddleOfTheMiddleTwo() {
    Scores scores = new Scores();
    add(scores, Candidate.LARDER, 1, 1, 1, 1);
    add(scores, Candidate.CAFFEINE, 4, 1, 2, 3);

    assertThat(scores.ratio()).isEqualTo("2.50  (1.00 to 4.00)");
  }

  @Test
  void include_everyWorkload_matchesOneBenchmark() throws IOException {
    try (InputStream list = getClass().getResourceAsStream("/META-INF/BenchmarkList")) {
      List<BenchmarkListEntry> benchmarks = BenchmarkList.readBenchmarkList(list);
      for (Workload workload : Workload.ALL) {
        Pattern include = Pattern.compile(workload.include());
        assertThat(benchmarks)
            .filteredOn(benchmark -> include.matcher(benchmark.getUsername()).find())
            .hasSize(1);
      }
    }
  }

  private static void add(Scores scores, Candidate candidate, double... nanos) {
    for (double score : nanos) {
      scores.add(candidate, score);
    }
  }

  private static String print(Scores scores) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Report.print(Map.of(Workload.ALL.get(3), scores), new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }
}
