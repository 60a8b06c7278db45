package dev.larder.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.larder.cache.Cache;
import dev.larder.strategies.CacheWriteException.Outcome;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The choices of {@link WriteThroughCache.Builder}, and who may write. */
class WriteThroughOptionsTest {
  private final Cache<String, String> cache = Cache.<String, String>builder().build();
  private final Map<String, String> rows = new HashMap<>();

  /** Stores upper case; fails after it has written what ends with a question mark. */
  private final DataSource<String, String> source =
      new DataSource<>() {
        @Override
        public String load(String key) {
          return rows.get(key);
        }

        @Override
        public void write(String key, String value) {
          rows.put(key, value.toUpperCase(Locale.ROOT));
          if (value.endsWith("?")) {
            throw new IllegalArgumentException(value);
          }
        }
      };

  @Test
  void onWrite_invalidate_letsTheNextReadLoadWhatTheSourceMadeOfIt() {
    WriteThroughCache<String, String> writing =
        WriteThroughCache.builder(LazyLoadingCache.of(cache, source), source)
            .onWrite(WriteEffect.INVALIDATE)
            .build();
    writing.put("k", "old");
    assertThat(writing.getIfPresent("k")).isNull();
    assertThat(writing.get("k")).isEqualTo("OLD");
    writing.putAll(Map.of("k", "new"));
    assertThat(writing.getIfPresent("k")).isNull();
    assertThat(writing.update("k", value -> value + "er")).isEqualTo("NEWer");
    assertThat(writing.get("k")).isEqualTo("NEWER");
  }

  @Test
  void rejectedWhen_saysWhichFailuresLeaveTheCacheAsItWas() {
    WriteThroughCache<String, String> writing =
        WriteThroughCache.builder(cache, source)
            .rejectedWhen(failure -> failure instanceof IllegalArgumentException)
            .build();
    writing.put("k", "v");
    CacheWriteException failure =
        catchThrowableOfType(CacheWriteException.class, () -> writing.put("k", "w?"));
    assertThat(failure.outcomeOf("k")).isEqualTo(Outcome.REJECTED);
    assertThat(writing.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  void rejectedWhen_thatThrows_leavesTheOutcomeUnknown() {
    IllegalStateException broken = new IllegalStateException("thrown by the predicate");
    WriteThroughCache<String, String> writing =
        WriteThroughCache.builder(cache, source)
            .rejectedWhen(
                failure -> {
                  throw broken;
                })
            .build();
    writing.put("k", "v");
    CacheWriteException failure =
        catchThrowableOfType(CacheWriteException.class, () -> writing.put("k", "w?"));
    assertThat(failure.outcomeOf("k")).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.getCause()).hasSuppressedException(broken);
    assertThat(writing.getIfPresent("k")).isNull();
  }

  @Test
  void onUnknownOutcome_keep_leavesTheOldValue() {
    WriteThroughCache<String, String> writing =
        WriteThroughCache.builder(cache, source).onUnknownOutcome(UnknownOutcome.KEEP).build();
    writing.put("k", "v");
    assertThatThrownBy(() -> writing.put("k", "w?")).isInstanceOf(CacheWriteException.class);
    assertThat(writing.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  void secondWriteDecorator_isRefused_whateverLiesBetween() {
    WriteThroughCache<String, String> first = WriteThroughCache.of(cache, source);
    assertThatIllegalStateException()
        .isThrownBy(() -> WriteThroughCache.of(cache, source))
        .withMessageContaining("write decorator already");
    assertThatIllegalStateException()
        .isThrownBy(() -> WriteThroughCache.of(LazyLoadingCache.of(first, source), source));
  }

  @Test
  void nulls_areRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> WriteThroughCache.of(null, source))
        .withMessageContaining("cache");
    assertThatNullPointerException()
        .isThrownBy(() -> WriteThroughCache.of(cache, null))
        .withMessageContaining("source");
    assertThatNullPointerException()
        .isThrownBy(() -> LazyLoadingCache.of(cache, null))
        .withMessageContaining("source");
    WriteThroughCache.Builder<String, String> builder = WriteThroughCache.builder(cache, source);
    assertThatNullPointerException().isThrownBy(() -> builder.onWrite(null));
    assertThatNullPointerException().isThrownBy(() -> builder.rejectedWhen(null));
    assertThatNullPointerException().isThrownBy(() -> builder.onUnknownOutcome(null));
  }
}
