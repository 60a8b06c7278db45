package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.ThreadParams;

class CacheBenchmarkTest {
  private final CacheBenchmark benchmark = new CacheBenchmark();

  @ParameterizedTest
  @EnumSource
  void hit_everyCandidate_findsEachKeyOnceALap(Candidate candidate) {
    fill(candidate);
    CacheBenchmark.Sequence sequence = sequence(0, 2);

    assertThat(
            LongStream.range(0, CacheBenchmark.MAXIMUM)
                .map(i -> benchmark.hit(sequence))
                .distinct()
                .count())
        .isEqualTo(CacheBenchmark.MAXIMUM);
  }

  @ParameterizedTest
  @EnumSource
  void missAndLoad_everyCandidate_returnsANewValueEachTime(Candidate candidate) {
    fill(candidate);
    CacheBenchmark.Sequence first = sequence(0, 2);
    CacheBenchmark.Sequence second = sequence(1, 2);

    assertThat(
            LongStream.range(0, 1_000)
                .map(i -> benchmark.missAndLoad(i % 2 == 0 ? first : second))
                .distinct()
                .count())
        .isEqualTo(1_000);
  }

  @Test
  void putAtCapacity_larder_staysAtCapacity() {
    fill(Candidate.LARDER);
    CacheBenchmark.Sequence sequence = sequence(0, 1);

    for (int i = 0; i < 1_000; i++) {
      benchmark.putAtCapacity(sequence);
    }

    assertThat(benchmark.size()).isEqualTo(CacheBenchmark.MAXIMUM);
  }

  private void fill(Candidate candidate) {
    benchmark.candidate = candidate;
    benchmark.fill();
  }

  private static CacheBenchmark.Sequence sequence(int thread, int threads) {
    CacheBenchmark.Sequence sequence = new CacheBenchmark.Sequence();
    sequence.begin(new ThreadParams(thread, threads, 0, 1, 0, 1, 0, 1, 0, 1));
    return sequence;
  }
}
