package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.cache.AccessExpiry;
import dev.larder.cache.Cache;
import dev.larder.cache.Expiry;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.Feature;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** P20 and P29: when a value is a miss. */
public interface Expiring extends CachePart {

  /** Returns a duration of that many nanoseconds. */
  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  @Test
  @Property("P20")
  default void expireAfterWrite_atTheVeryTick_isAMiss() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterWrite(nanos(10)));
    cache.put("k", "v");
    ticker.advance(nanos(9));
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    ticker.advance(nanos(1));
    assertThat(cache.getIfPresent("k")).isNull();
    assertThat(cache.get("k")).isNull();
    assertThat(cache.getAllPresent(List.of("k"))).isEmpty();
    assertThat(cache.get("k", key -> "loaded")).isEqualTo("loaded");
  }

  @Test
  @Property("P20")
  default void expireAfterWrite_readsDoNotExtend_writesDo() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterWrite(nanos(10)));
    cache.put("read", "v");
    cache.put("written", "v");
    ticker.advance(nanos(5));
    assertThat(cache.getIfPresent("read")).isEqualTo("v");
    cache.put("written", "v");
    ticker.advance(nanos(5));
    assertThat(cache.getIfPresent("read")).isNull();
    assertThat(cache.getIfPresent("written")).isEqualTo("v");
  }

  @Test
  @Property("P20")
  default void expireAfterAccess_readsExtend() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterAccess(nanos(10)));
    cache.put("k", "v");
    for (int i = 0; i < 3; i++) {
      ticker.advance(nanos(9));
      assertThat(cache.getIfPresent("k")).isEqualTo("v");
    }
    ticker.advance(nanos(10));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void expireAfterAccessAndWrite_theEarlierWins() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).expireAfterAccess(nanos(10)).expireAfterWrite(nanos(15)));
    cache.put("k", "v");
    ticker.advance(nanos(9));
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    ticker.advance(nanos(6));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void policyEntryAndIteration_doNotExtendAccess() {
    requires(Feature.TICKER, Feature.POLICY, Feature.VIEWS);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterAccess(nanos(10)));
    cache.put("k", "v");
    ticker.advance(nanos(9));
    assertThat(cache.policy().entry("k")).isNotNull();
    assertThat(cache.asMap().keySet()).containsExactly("k");
    ticker.advance(nanos(1));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void putWithTimeToLive_replacesTheWriteDeadlineForThatValueOnly() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterWrite(nanos(10)));
    cache.put("longer", "v", nanos(20));
    cache.put("shorter", "v", nanos(5));
    cache.put("rewritten", "v", nanos(20));
    cache.put("rewritten", "w");
    ticker.advance(nanos(5));
    assertThat(cache.getIfPresent("shorter")).isNull();
    ticker.advance(nanos(5));
    assertThat(cache.getIfPresent("rewritten")).isNull();
    ticker.advance(nanos(9));
    assertThat(cache.getIfPresent("longer")).isEqualTo("v");
    ticker.advance(nanos(1));
    assertThat(cache.getIfPresent("longer")).isNull();
  }

  @Test
  @Property("P20")
  default void putWithTimeToLive_onACacheWithoutExpiry_expires() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker));
    cache.put("k", "v", nanos(10));
    cache.put("stays", "v");
    ticker.advance(nanos(10));
    assertThat(cache.getIfPresent("k")).isNull();
    assertThat(cache.getIfPresent("stays")).isEqualTo("v");
  }

  @Test
  @Property("P20")
  default void putWithTimeToLive_accessExpiryStillApplies() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterAccess(nanos(10)));
    cache.put("k", "v", nanos(100));
    ticker.advance(nanos(10));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void timeToLiveZero_isNotStored_andTheOldValueLeaves() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker));
    cache.put("k", "old");
    cache.put("k", "v", Duration.ZERO);
    assertThat(cache.getIfPresent("k")).isNull();
    Cache<String, String> storesNothing = create(spec().expireAfterWrite(Duration.ZERO));
    storesNothing.put("k", "v");
    assertThat(storesNothing.getIfPresent("k")).isNull();
    assertThat(storesNothing.get("k", key -> "loaded")).isEqualTo("loaded");
    assertThat(storesNothing.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void hugeTimesToLive_saturate() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Duration forever = ChronoUnit.FOREVER.getDuration();
    Cache<String, String> cache =
        create(spec().ticker(ticker).expireAfterWrite(forever).expireAfterAccess(forever));
    cache.put("k", "v");
    cache.put("own", "v", forever);
    cache.put("long", "v", nanos(Long.MAX_VALUE - 1));
    ticker.advance(Duration.ofDays(365 * 100));
    assertThat(cache.getAllPresent(List.of("k", "own", "long"))).hasSize(3);
  }

  @Test
  @Property("P20")
  default void loadedValue_deadlineCountsFromTheStartOfTheLoad() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterWrite(nanos(10)));
    assertThat(cache.get("k", key -> after(ticker, 6, "v"))).isEqualTo("v");
    ticker.advance(nanos(3));
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    ticker.advance(nanos(1));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void loadedValue_accessDeadlineCountsFromThePublish() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterAccess(nanos(10)));
    cache.get("k", key -> after(ticker, 6, "v"));
    ticker.advance(nanos(9));
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  @Property("P20")
  default void loadedValue_deadWhenItsLoadEnds_goesToTheCallerAndIsNotStored() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfterWrite(nanos(10)));
    assertThat(cache.get("k", key -> after(ticker, 10, "v"))).isEqualTo("v");
    assertThat(cache.getIfPresent("k")).isNull();
  }

  private static String after(FakeTicker ticker, long nanos, String result) {
    ticker.advance(nanos(nanos));
    return result;
  }

  @Test
  @Property("P20")
  default void expiredEntry_isSeenByNoViewAndNoConditionalOperation() {
    requires(Feature.TICKER, Feature.VIEWS, Feature.POLICY);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).expireAfterWrite(nanos(10)).retainExpired(Duration.ofDays(1)));
    cache.put("k", "v");
    ticker.advance(nanos(10));
    assertThat(cache.size()).isEqualTo(1);
    assertThat(cache.asMap()).isEmpty();
    assertThat(cache.asMap().size()).isZero();
    assertThat(cache.asMap().keySet()).isEmpty();
    assertThat(cache.asMap().values()).isEmpty();
    assertThat(cache.asMap().containsKey("k")).isFalse();
    assertThat(cache.asMap().containsValue("v")).isFalse();
    assertThat(cache.asMap().replace("k", "w")).isNull();
    assertThat(cache.asMap().remove("k", "v")).isFalse();
    assertThat(cache.asMap().computeIfPresent("k", (key, value) -> "w")).isNull();
    assertThat(cache.getAllPresent(List.of("k"))).isEmpty();
    assertThat(cache.policy().hottest(10)).isEmpty();
    assertThat(cache.policy().entry("k")).isNotNull();
    assertThat(cache.asMap().putIfAbsent("k", "w")).isNull();
    assertThat(cache.getIfPresent("k")).isEqualTo("w");
  }

  @Test
  @Property("P20")
  default void expiredEntry_whileIterating_isNotReturned() {
    requires(Feature.TICKER, Feature.VIEWS);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker));
    cache.put("a", "1");
    cache.put("b", "2", nanos(10));
    java.util.Iterator<String> keys = cache.asMap().keySet().iterator();
    ticker.advance(nanos(10));
    assertThat(keys.next()).isEqualTo("a");
    assertThat(keys.hasNext()).isFalse();
  }

  @Test
  @Property("P20")
  default void expiredEntry_isEvictedBeforeLiveOnes() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).maximumSize(3).retainExpired(Duration.ofDays(1)));
    cache.put("a", "v");
    cache.put("b", "v");
    cache.put("expired", "v", nanos(10));
    ticker.advance(nanos(10));
    cache.put("c", "v");
    assertThat(cache.getAllPresent(List.of("a", "b", "c"))).hasSize(3);
  }

  @Test
  @Property("P20")
  default void value_isNeverServedUnderAnotherValuesDeadline() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfter(byValue()));
    cache.put("k", "5");
    cache.put("k", "20");
    ticker.advance(nanos(5));
    assertThat(cache.getIfPresent("k")).isEqualTo("20");
    cache.put("k", "3");
    ticker.advance(nanos(3));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  private static Expiry<String, String> byValue() {
    return Expiry.writing((key, value) -> nanos(Long.parseLong(value)));
  }

  @Test
  @Property("P20")
  default void expiryCreating_updateKeepsWhatWasLeft() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).expireAfter(Expiry.creating((key, value) -> nanos(10))));
    cache.put("k", "v");
    ticker.advance(nanos(9));
    cache.put("k", "w");
    assertThat(cache.getIfPresent("k")).isEqualTo("w");
    ticker.advance(nanos(1));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void compute_thatOutlivesTheOldValue_isACreation() {
    requires(Feature.TICKER, Feature.VIEWS);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).expireAfter(Expiry.creating((key, value) -> nanos(10))));
    cache.put("k", "v");
    cache
        .asMap()
        .compute(
            "k",
            (key, old) -> {
              ticker.advance(nanos(11));
              return "w";
            });
    ticker.advance(nanos(9));
    assertThat(cache.getIfPresent("k")).isEqualTo("w");
    ticker.advance(nanos(1));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void accessExpiry_ofZero_endsWithTheReadThatGotTheValue() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfter(readsGive(0)));
    cache.put("k", "v");
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P20")
  default void accessExpiry_isAskedAtReads() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker).expireAfter(readsGive(30)));
    cache.put("k", "v");
    ticker.advance(nanos(9));
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    ticker.advance(nanos(29));
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    ticker.advance(nanos(30));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  private static AccessExpiry<String, String> readsGive(long nanos) {
    return new AccessExpiry<>() {
      @Override
      public Duration expireAfterCreate(String key, String value) {
        return nanos(10);
      }

      @Override
      public Duration expireAfterRead(String key, String value, Duration remaining) {
        return nanos(nanos);
      }
    };
  }

  @Test
  @Property("P20")
  default void expiryThatFails_reachesTheWriterAndChangesNothing() {
    requires(Feature.TICKER, Feature.CACHE_ONLY_WRITES);
    Cache<String, String> cache = create(spec().ticker(new FakeTicker()).expireAfter(byValue()));
    cache.put("k", "5");
    assertThatThrownBy(() -> cache.put("k", "no number")).isInstanceOf(NumberFormatException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cache.put("k", "-7"))
        .withMessageContaining("-0.000000007");
    assertThatThrownBy(() -> cache.get("other", key -> "no number"))
        .isInstanceOf(NumberFormatException.class);
    assertThat(cache.getIfPresent("k")).isEqualTo("5");
    assertThat(cache.get("other", key -> "6")).isEqualTo("6");
  }

  @Test
  @Property("P29")
  default void jitter_shortensWithinItsPart_andNeverLengthens() {
    requires(Feature.TICKER, Feature.POLICY);
    FakeTicker ticker = new FakeTicker();
    CacheSpec<Integer, Integer> spec =
        new CacheSpec<Integer, Integer>()
            .ticker(ticker)
            .expireAfterWrite(nanos(1_000))
            .expiryJitter(0.25);
    Cache<Integer, Integer> cache = create(spec.maximumSize(10_000));
    for (int i = 0; i < 2_000; i++) {
      cache.put(i, i);
      cache.get(-1 - i, key -> key);
    }
    assertThat(cache.asMap().keySet()).hasSize(4_000);
    List<Long> times = cache.asMap().keySet().stream().map(key -> left(cache, key)).toList();
    assertThat(times).allSatisfy(time -> assertThat(time).isBetween(750L, 1_000L));
    assertThat(times.stream().distinct().count()).as("different times").isGreaterThan(50);
    ticker.advance(nanos(1_000));
    assertThat(cache.asMap()).isEmpty();
  }

  @Test
  @Property("P29")
  default void jitter_ofAnExpiry_neverLengthens() {
    requires(Feature.TICKER, Feature.POLICY);
    Cache<Integer, Integer> cache =
        create(
            new CacheSpec<Integer, Integer>()
                .ticker(new FakeTicker())
                .maximumSize(10_000)
                .expireAfter(Expiry.writing((key, value) -> nanos(1_000)))
                .expiryJitter(0.25));
    for (int i = 0; i < 1_000; i++) {
      cache.put(i, i);
      assertThat(left(cache, i)).isBetween(750L, 1_000L);
    }
  }

  @Test
  @Property("P29")
  default void jitter_leavesAccessAndExplicitTimesAlone() {
    requires(Feature.TICKER, Feature.POLICY);
    Cache<Integer, Integer> cache =
        create(
            new CacheSpec<Integer, Integer>()
                .ticker(new FakeTicker())
                .maximumSize(10_000)
                .expireAfterAccess(nanos(1_000))
                .expiryJitter(0.9));
    for (int i = 0; i < 100; i++) {
      cache.put(i, i);
      assertThat(left(cache, i)).isEqualTo(1_000L);
      cache.put(i, i, nanos(500));
      assertThat(left(cache, i)).isEqualTo(500L);
    }
  }

  private static <K> @Nullable Long left(Cache<K, ?> cache, K key) {
    dev.larder.cache.CacheEntry<K, ?> entry = cache.policy().entry(key);
    return entry == null ? null : entry.expiresIn().toNanos();
  }
}
