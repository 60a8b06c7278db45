package dev.larder.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.larder.strategies.CacheWriteException.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The defaults of {@link DataSource}. */
class DataSourceTest {
  private final List<String> calls = new ArrayList<>();
  private final DataSource<String, String> source =
      new DataSource<>() {
        @Override
        public String load(String key) throws Exception {
          write(key, "");
          return key.startsWith("none") ? null : key.toUpperCase(java.util.Locale.ROOT);
        }

        @Override
        public void write(String key, String value) throws Exception {
          calls.add(key + value);
          if (key.startsWith("broken")) {
            throw new IOException(key);
          }
          if (key.startsWith("rejected")) {
            throw new WriteRejectedException(key);
          }
          if (key.startsWith("interrupted")) {
            throw new InterruptedException(key);
          }
        }

        @Override
        public void delete(String key) throws Exception {
          write(key, "-");
        }
      };

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  @Test
  void loadAll_byDefault_loadsOneByOne() throws Exception {
    assertThat(source.loadAll(keys("a", "none", "b")))
        .containsExactlyEntriesOf(orderedMap("a", "A", "b", "B"));
    assertThat(calls).containsExactly("a", "none", "b");
  }

  @Test
  void loadAll_withFailures_keepsTheRest() {
    CacheLoadException failure =
        catchThrowableOfType(
            CacheLoadException.class, () -> source.loadAll(keys("a", "broken 1", "b", "broken 2")));
    assertThat(failure.loaded()).isEqualTo(Map.of("a", "A", "b", "B"));
    assertThat(failure.failures().keySet().toString()).isEqualTo("[broken 1, broken 2]");
    assertThat(failure).hasCauseInstanceOf(IOException.class).hasMessageContaining("broken 1");
    assertThat(failure.getSuppressed()).hasSize(1);
  }

  @Test
  void loadAll_interrupted_stopsAndKeepsTheFlag() {
    CacheLoadException failure =
        catchThrowableOfType(
            CacheLoadException.class, () -> source.loadAll(keys("a", "interrupted", "b")));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls).containsExactly("a", "interrupted");
    assertThat(failure.loaded()).isEqualTo(Map.of("a", "A"));
    assertThat(failure.failures().keySet().toString()).isEqualTo("[interrupted, b]");
  }

  @Test
  void reload_byDefault_loads() throws Exception {
    assertThat(source.reload("a", "old")).isEqualTo("A");
  }

  @Test
  void writing_byDefault_isUnsupported() {
    DataSource<String, String> reading = key -> key;
    assertThatThrownBy(() -> reading.write("a", "1"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("does not implement write");
    assertThatThrownBy(() -> reading.delete("a"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("does not implement delete");
  }

  @Test
  void writeAll_byDefault_goesOnAfterARejectionAndStopsAtAFailure() {
    CacheWriteException failure =
        catchThrowableOfType(
            CacheWriteException.class,
            () ->
                source.writeAll(
                    orderedMap("a", "1", "rejected", "2", "b", "3", "broken", "4", "c", "5")));
    assertThat(calls).containsExactly("a1", "rejected2", "b3", "broken4");
    assertThat(failure.outcomeOf("a")).isEqualTo(Outcome.WRITTEN);
    assertThat(failure.outcomeOf("rejected")).isEqualTo(Outcome.REJECTED);
    assertThat(failure.outcomeOf("b")).isEqualTo(Outcome.WRITTEN);
    assertThat(failure.outcomeOf("broken")).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.outcomeOf("c")).as("never tried").isEqualTo(Outcome.REJECTED);
    assertThat(failure.outcomeOf("never heard of")).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure).hasCauseInstanceOf(WriteRejectedException.class);
  }

  @Test
  void deleteAll_byDefault_deletesOneByOne() throws Exception {
    source.deleteAll(keys("a", "b"));
    assertThat(calls).containsExactly("a-", "b-");
  }

  private static Map<String, String> orderedMap(String... keysAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
