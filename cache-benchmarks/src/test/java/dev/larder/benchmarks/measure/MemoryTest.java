package dev.larder.benchmarks.measure;

import static dev.larder.benchmarks.workload.Candidate.CONCURRENT_HASH_MAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.benchmarks.workload.Feature;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MemoryTest {
  /** A node of 32 bytes and two references in the table. */
  @Test
  void run_map_countsWhatIsNeitherKeyNorValue() {
    Memory memory = new Memory("memory", Feature.PLAIN, 1 << 22, List.of(CONCURRENT_HASH_MAP));

    assertThat(memory.run(Plan.SMOKE).of(Memory.BYTES).get(CONCURRENT_HASH_MAP))
        .singleElement()
        .satisfies(bytes -> assertThat(bytes).isCloseTo(40, Offset.offset(0.5)));
  }
}
