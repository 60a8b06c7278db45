package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Workload;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.ThreadParams;

class CacheBenchmarkTest {
  @ParameterizedTest
  @EnumSource
  void operate_hit_findsEachKeyOnceALap(Candidate candidate) {
    CacheBenchmark benchmark = new CacheBenchmark();
    benchmark.candidate = candidate;
    benchmark.workload = Workload.HIT;
    benchmark.maximum = 16;
    benchmark.fill();
    CacheBenchmark.Sequence sequence = new CacheBenchmark.Sequence();
    sequence.begin(new ThreadParams(1, 2, 0, 1, 0, 1, 0, 1, 0, 1), benchmark);

    assertThat(LongStream.range(0, 16).mapToObj(i -> benchmark.operate(sequence)))
        .doesNotHaveDuplicates()
        .doesNotContainNull();
    benchmark.close();
  }
}
