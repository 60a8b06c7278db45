package dev.larder.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.strategies.CacheWriteException.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExceptionsTest {

  @Test
  void loadException_copiesWhatItIsGiven() {
    Map<String, String> loaded = new HashMap<>(Map.of("a", "1"));
    Map<String, Throwable> failures = new HashMap<>(Map.of("b", new RuntimeException("why")));
    CacheLoadException exception = new CacheLoadException(loaded, failures);
    loaded.clear();
    failures.clear();
    assertThat(exception.loaded()).isEqualTo(Map.of("a", "1"));
    assertThat(exception.failures()).hasSize(1);
    assertThat(exception)
        .hasMessage("could not load b: java.lang.RuntimeException: why")
        .cause()
        .hasMessage("why");
    assertThatThrownBy(() -> exception.failures().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void loadException_ofManyKeys_hasAMessageOfBoundedLengthAndEachFailureOnce() {
    Map<Integer, Throwable> failures = new LinkedHashMap<>();
    RuntimeException shared = new RuntimeException("shared");
    for (int i = 0; i < 1000; i++) {
      failures.put(i, shared);
    }
    failures.put(1000, new RuntimeException("other"));
    CacheLoadException exception = new CacheLoadException(Map.of(), failures);
    assertThat(exception.getMessage())
        .startsWith("could not load 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 991 more: ");
    assertThat(exception.getCause()).isSameAs(shared);
    assertThat(exception.getSuppressed()).hasSize(1);
  }

  @Test
  void writeException_namesWhatWasNotWritten() {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    outcomes.put("a", Outcome.WRITTEN);
    outcomes.put("b", Outcome.REJECTED);
    outcomes.put("c", Outcome.UNKNOWN);
    RuntimeException cause = new RuntimeException("why");
    CacheWriteException exception = new CacheWriteException(outcomes, cause);
    assertThat(exception)
        .hasMessage("could not write b (REJECTED), c (UNKNOWN): java.lang.RuntimeException: why")
        .hasCause(cause);
    assertThat(exception.outcomeOf("d")).isEqualTo(Outcome.UNKNOWN);
    assertThatNullPointerException().isThrownBy(() -> exception.outcomeOf(null)).withMessage("key");
  }

  @Test
  void rejection_keepsMessageAndCause() {
    RuntimeException cause = new RuntimeException("why");
    assertThat(new WriteRejectedException("no", cause)).hasMessage("no").hasCause(cause);
    assertThat(new WriteRejectedException("no")).hasMessage("no").hasNoCause();
  }
}
