package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.cache.Cache;
import dev.larder.testkit.Feature;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

/** What every cache does, and what it says to bad input. */
public interface BasicOperations extends CachePart {

  @Test
  default void get_absentKey_isNull() {
    Cache<String, String> cache = create();
    assertThat(cache.get("k")).isNull();
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  default void put_thenGet_returnsTheValue() {
    Cache<String, String> cache = create();
    cache.put("k", "v");
    cache.put("k", "w");
    assertThat(cache.get("k")).isEqualTo("w");
    assertThat(cache.getIfPresent("k")).isEqualTo("w");
  }

  @Test
  default void putAll_storesEachEntry() {
    Cache<String, String> cache = create();
    cache.putAll(Map.of("a", "1", "b", "2"));
    assertThat(cache.getAllPresent(List.of("a", "b", "c"))).isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @Test
  default void getAllPresent_isAnUnmodifiableSnapshotInTheOrderAsked() {
    Cache<String, String> cache = create();
    cache.putAll(Map.of("a", "1", "b", "2", "c", "3"));
    Map<String, String> present = cache.getAllPresent(List.of("c", "x", "a", "b", "a"));
    cache.invalidate("a");
    assertThat(present.keySet()).containsExactly("c", "a", "b");
    assertThatThrownBy(() -> present.put("d", "4"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  default void invalidate_removesTheKeyOnly() {
    Cache<String, String> cache = create();
    cache.putAll(Map.of("a", "1", "b", "2", "c", "3", "d", "4"));
    cache.invalidate("a");
    cache.invalidateAll(List.of("b", "x"));
    assertThat(cache.getAllPresent(List.of("a", "b", "c", "d")).keySet()).containsExactly("c", "d");
    cache.invalidateAll();
    assertThat(cache.getAllPresent(List.of("a", "b", "c", "d"))).isEmpty();
  }

  @Test
  default void invalidateIf_removesTheKeysThatFit() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create();
    cache.putAll(Map.of("a", "1", "ab", "2", "b", "3"));
    cache.invalidateIf(key -> key.startsWith("a"));
    assertThat(cache.asMap()).isEqualTo(Map.of("b", "3"));
  }

  @Test
  default void size_countsEntries() {
    requires(Feature.POLICY);
    Cache<String, String> cache = create();
    assertThat(cache.size()).isZero();
    cache.putAll(Map.of("a", "1", "b", "2"));
    cache.put("a", "3");
    assertThat(cache.size()).isEqualTo(2);
    cache.invalidate("a");
    assertThat(cache.size()).isEqualTo(1);
  }

  @Test
  default void toString_namesCacheSizeAndMaximum() {
    requires(Feature.POLICY);
    Cache<String, String> cache = create(spec().name("pantry").maximumSize(12));
    cache.put("k", "v");
    assertThat(cache.toString()).contains("pantry", "size=1", "maximum=12");
  }

  @Test
  default void policyEntry_showsWhatTheCacheKnows() {
    requires(Feature.POLICY, Feature.TICKER);
    dev.larder.testkit.FakeTicker ticker = new dev.larder.testkit.FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).maximumWeight(10).weigher((key, value) -> value.length()));
    cache.put("k", "abc", Duration.ofNanos(9));
    ticker.advance(Duration.ofNanos(4));
    assertThat(cache.policy().entry("k"))
        .isEqualTo(
            new dev.larder.cache.CacheEntry<>(
                "k", "abc", Duration.ofNanos(4), Duration.ofNanos(5), 3, false));
    assertThat(cache.policy().entry("absent")).isNull();
    assertThat(cache.policy().hottest(1)).isEqualTo(cache.policy().coldest(1)).hasSize(1);
    assertThat(cache.policy().coldest(0)).isEmpty();
  }

  @Test
  default void nullArguments_areRefused() {
    Cache<String, String> cache = create();
    String none = Bad.value();
    assertThatNullPointerException().isThrownBy(() -> cache.get(none));
    assertThatNullPointerException().isThrownBy(() -> cache.getIfPresent(none));
    assertThatNullPointerException().isThrownBy(() -> cache.get(none, k -> "v"));
    assertThatNullPointerException().isThrownBy(() -> cache.get("k", Bad.value()));
    assertThatNullPointerException()
        .isThrownBy(() -> cache.getAllPresent(Arrays.asList("k", none)));
    assertThatNullPointerException().isThrownBy(() -> cache.getAll(List.of("k"), Bad.value()));
    assertThatNullPointerException()
        .isThrownBy(() -> cache.getAll(Arrays.asList("k", none), keys -> Map.of()));
    assertThatNullPointerException().isThrownBy(() -> cache.put(none, "v"));
    assertThatNullPointerException().isThrownBy(() -> cache.put("k", none));
    assertThatNullPointerException().isThrownBy(() -> cache.put("k", "v", Bad.value()));
    assertThatNullPointerException().isThrownBy(() -> cache.putAll(Bad.value()));
    assertThatNullPointerException().isThrownBy(() -> cache.invalidate(none));
    assertThatNullPointerException()
        .isThrownBy(() -> cache.invalidateAll(Bad.<List<String>>value()));
    assertThatNullPointerException().isThrownBy(() -> cache.invalidateIf(Bad.value()));
    assertThatNullPointerException().isThrownBy(() -> cache.lease(none));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  default void putAll_withANull_storesNothing() {
    Cache<String, String> cache = create();
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("a", "1");
    entries.put("b", Bad.value());
    assertThatNullPointerException().isThrownBy(() -> cache.putAll(entries));
    assertThat(cache.getIfPresent("a")).isNull();
  }

  @Test
  default void nullArgumentsOfTheView_areRefused() {
    requires(Feature.VIEWS);
    ConcurrentMap<String, String> map = create().asMap();
    String none = Bad.value();
    assertThatNullPointerException().isThrownBy(() -> map.get(none));
    assertThatNullPointerException().isThrownBy(() -> map.containsKey(none));
    assertThatNullPointerException().isThrownBy(() -> map.containsValue(none));
    assertThatNullPointerException().isThrownBy(() -> map.put("k", none));
    assertThatNullPointerException().isThrownBy(() -> map.put(none, "v"));
    assertThatNullPointerException().isThrownBy(() -> map.putIfAbsent("k", none));
    assertThatNullPointerException().isThrownBy(() -> map.replace("k", none));
    assertThatNullPointerException().isThrownBy(() -> map.replace("k", none, "v"));
    assertThatNullPointerException().isThrownBy(() -> map.replace("k", "v", none));
    assertThatNullPointerException().isThrownBy(() -> map.remove(none));
    assertThatNullPointerException().isThrownBy(() -> map.compute("k", Bad.value()));
    assertThatNullPointerException().isThrownBy(() -> map.computeIfAbsent("k", Bad.value()));
    assertThatNullPointerException().isThrownBy(() -> map.computeIfPresent("k", Bad.value()));
    assertThatNullPointerException().isThrownBy(() -> map.merge("k", none, (v, w) -> v));
    assertThatNullPointerException().isThrownBy(() -> map.merge("k", "v", Bad.value()));
    assertThatNullPointerException().isThrownBy(() -> map.replaceAll(Bad.value()));
    assertThat(map.remove("k", none)).isFalse();
    assertThat(map).isEmpty();
  }

  @Test
  default void negativeTimeToLive_isRefusedWithTheValue() {
    Cache<String, String> cache = create();
    cache.put("k", "v");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cache.put("k", "w", Duration.ofSeconds(-7)))
        .withMessageContaining("-7");
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  default void weigherThatFails_reachesTheWriterAndChangesNothing() {
    requires(Feature.CACHE_ONLY_WRITES);
    Map<String, Integer> weights = new HashMap<>(Map.of("good", 1, "negative", -7));
    Cache<String, String> cache =
        create(
            spec()
                .maximumWeight(10)
                .weigher(
                    (key, value) -> {
                      Integer weight = weights.get(value);
                      if (weight == null) {
                        throw new UnsupportedOperationException("cannot weigh " + value);
                      }
                      return weight;
                    }));
    cache.put("k", "good");
    assertThatThrownBy(() -> cache.put("k", "bad")).hasMessage("cannot weigh bad");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cache.put("k", "negative"))
        .withMessageContaining("-7");
    assertThatThrownBy(() -> cache.get("other", key -> "bad")).hasMessage("cannot weigh bad");
    assertThat(cache.getIfPresent("k")).isEqualTo("good");
    assertThat(cache.get("other", key -> "good")).isEqualTo("good");
  }

  @Test
  default void policy_badInput_isRefused() {
    requires(Feature.POLICY);
    Cache<String, String> cache = create(spec().maximumSize(5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cache.policy().setMaximum(-7))
        .withMessageContaining("-7");
    assertThatIllegalArgumentException().isThrownBy(() -> cache.policy().hottest(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> cache.policy().coldest(-1));
    assertThat(cache.policy().maximum()).isEqualTo(5);
  }

  @Test
  default void setMaximum_ofAnUnboundedCache_isRefused() {
    requires(Feature.POLICY, Feature.UNBOUNDED);
    Cache<String, String> cache = create();
    assertThat(cache.policy().maximum()).isEqualTo(Long.MAX_VALUE);
    assertThatIllegalStateException().isThrownBy(() -> cache.policy().setMaximum(5));
  }
}
