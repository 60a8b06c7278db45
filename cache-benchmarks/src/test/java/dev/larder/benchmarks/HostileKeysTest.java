package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostileKeysTest {
  private static final int KEYS = 2_000;

  @Test
  void strings_ofOneHashCode_areDistinct() {
    Set<String> strings = new HashSet<>();
    IntStream.range(0, KEYS).forEach(i -> strings.add(HostileKeys.string(i, "Aa", "BB")));

    assertThat(strings).hasSize(KEYS);
    assertThat(strings.stream().map(String::hashCode).distinct()).hasSize(1);
  }

  @Test
  void comparableKeys_areAllKept_andOthersAreFew() {
    HostileKeys.Result strings = HostileKeys.median(KEYS, i -> HostileKeys.string(i, "Aa", "BB"));

    assertThat(strings.kept()).isGreaterThan(KEYS * 9 / 10);
  }

  @Test
  void table_hasARowForEachKindOfKey() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    HostileKeys.print(KEYS, new PrintStream(bytes, true, StandardCharsets.UTF_8));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(8);
  }
}
