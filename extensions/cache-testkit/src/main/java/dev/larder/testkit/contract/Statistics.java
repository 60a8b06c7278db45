package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheStats;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.Feature;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cache counts. */
public interface Statistics extends CachePart {

  @Test
  default void stats_withoutRecordStats_countNoLookups() {
    Cache<String, String> cache = create();
    cache.getIfPresent("k");
    assertThat(cache.stats().hitCount()).isEqualTo(-1);
    assertThat(cache.stats().missCount()).isEqualTo(-1);
    assertThat(cache.stats().hitRate()).isNaN();
  }

  @Test
  default void stats_beforeTheFirstLookup_haveHitRateOne() {
    assertThat(create(spec().recordStats()).stats().hitRate()).isEqualTo(1.0);
  }

  @Test
  default void stats_countHitsAndMisses() {
    Cache<String, String> cache = create(spec().recordStats());
    cache.getIfPresent("k");
    cache.put("k", "v");
    cache.getIfPresent("k");
    cache.get("k", key -> "loaded");
    cache.getAllPresent(List.of("k", "absent"));
    CacheStats stats = cache.stats();
    assertThat(stats.hitCount()).isEqualTo(3);
    assertThat(stats.missCount()).isEqualTo(2);
    assertThat(stats.hitRate()).isEqualTo(0.6);
  }

  @Test
  default void stats_countLoadsAndTheirTime() {
    requires(Feature.LOAD_STATISTICS, Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).recordStats());
    cache.get("k", key -> after(ticker, 10, "v"));
    cache.get("absent", key -> after(ticker, 20, Bad.<String>value()));
    assertThatThrownBy(
            () ->
                cache.get(
                    "bad",
                    key -> {
                      ticker.advance(Duration.ofNanos(30));
                      throw new UnsupportedOperationException();
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
    cache.getAll(List.of("a", "b"), keys -> after(ticker, 40, Map.of("a", "1", "b", "2")));
    CacheStats stats = cache.stats();
    assertThat(stats.loadSuccessCount()).isEqualTo(4);
    assertThat(stats.loadFailureCount()).isEqualTo(1);
    assertThat(stats.totalLoadNanos()).isEqualTo(100);
    assertThat(stats.averageLoadNanos()).isEqualTo(20);
    assertThat(stats.missCount()).isEqualTo(5);
  }

  private static <T extends @org.jspecify.annotations.Nullable Object> T after(
      FakeTicker ticker, long nanos, T result) {
    ticker.advance(Duration.ofNanos(nanos));
    return result;
  }

  @Test
  default void stats_countDiscardedLoads() {
    requires(Feature.LOAD_STATISTICS);
    Cache<String, String> cache = create();
    cache.get(
        "k",
        key -> {
          cache.invalidate(key);
          return "v";
        });
    assertThat(cache.stats().discardedLoadCount()).isEqualTo(1);
    cache.get("k", key -> "v");
    assertThat(cache.stats().discardedLoadCount()).isEqualTo(1);
    assertThat(cache.stats().loadSuccessCount()).isEqualTo(2);
  }

  @Test
  default void stats_countEvictionsForSizeAndExpiry() {
    requires(Feature.TICKER, Feature.POLICY);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).maximumWeight(10).weigher((k, v) -> v.length()));
    cache.put("expires", "xyz", Duration.ofNanos(5));
    ticker.advance(Duration.ofNanos(5));
    assertThat(cache.getIfPresent("expires")).isNull();
    cache.put("too heavy", "more than ten");
    cache.put("k", "v");
    cache.put("k", "w");
    cache.invalidate("k");
    assertThat(cache.stats().evictionCount()).isEqualTo(2);
    assertThat(cache.stats().evictionWeight()).isEqualTo(3 + 13);
  }
}
