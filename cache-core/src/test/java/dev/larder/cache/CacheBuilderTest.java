package dev.larder.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheBuilderTest {
  private static final Duration NEGATIVE = Duration.ofNanos(-7);
  private static final Duration TEN = Duration.ofSeconds(10);

  /** One call on a builder, and what the error it causes has to name. */
  record Call(String named, String value, Consumer<CacheBuilder<Object, Object>> on) {
    @Override
    public String toString() {
      return named + " " + value;
    }
  }

  static Stream<Call> outOfRange() {
    return Stream.of(
        new Call("initialCapacity", "-7", b -> b.initialCapacity(-7)),
        new Call("maximumSize", "-7", b -> b.maximumSize(-7)),
        new Call("maximumWeight", "-7", b -> b.maximumWeight(-7)),
        new Call("expireAfterWrite", "PT-0.000000007S", b -> b.expireAfterWrite(NEGATIVE)),
        new Call("expireAfterAccess", "PT-0.000000007S", b -> b.expireAfterAccess(NEGATIVE)),
        new Call("retainExpired", "PT-0.000000007S", b -> b.retainExpired(NEGATIVE)),
        new Call("expiryJitter", "-0.5", b -> b.expiryJitter(-0.5)),
        new Call("expiryJitter", "1.0", b -> b.expiryJitter(1.0)),
        new Call("expiryJitter", "NaN", b -> b.expiryJitter(Double.NaN)));
  }

  @ParameterizedTest
  @MethodSource("outOfRange")
  void option_outOfRange_namesItselfAndTheValue(Call call) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.on().accept(Cache.builder()))
        .withMessageContaining(call.named())
        .withMessageContaining(call.value());
  }

  @SuppressWarnings("NullAway")
  static Stream<Call> nulls() {
    return Stream.of(
        new Call("name", "null", b -> b.name(null)),
        new Call("weigher", "null", b -> b.weigher(null)),
        new Call("expireAfterWrite", "null", b -> b.expireAfterWrite(null)),
        new Call("expireAfterAccess", "null", b -> b.expireAfterAccess(null)),
        new Call("expiry", "null", b -> b.expireAfter(null)),
        new Call("retainExpired", "null", b -> b.retainExpired(null)),
        new Call("removalListener", "null", b -> b.removalListener(null)),
        new Call("executor", "null", b -> b.executor(null)),
        new Call("ticker", "null", b -> b.ticker(null)),
        new Call("spec", "null", b -> CacheBuilder.from(null)));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void option_null_namesItself(Call call) {
    assertThatNullPointerException()
        .isThrownBy(() -> call.on().accept(Cache.builder()))
        .withMessageContaining(call.named());
  }

  static Stream<Call> conflicts() {
    Expiry<Object, Object> expiry = Expiry.writing((key, value) -> TEN);
    return Stream.of(
        new Call("maximumSize", "already", b -> b.maximumSize(1).maximumSize(2)),
        new Call("name", "already", b -> b.name("a").name("b")),
        new Call("ticker", "already", b -> b.ticker(() -> 0).ticker(() -> 1)),
        new Call("maximumWeight", "maximumSize", b -> b.maximumSize(1).maximumWeight(1)),
        new Call("maximumSize", "maximumWeight", b -> b.maximumWeight(1).maximumSize(1)),
        new Call("weigher", "maximumSize", b -> b.maximumSize(1).weigher((k, v) -> 1)),
        new Call("maximumSize", "weigher", b -> b.weigher((k, v) -> 1).maximumSize(1)),
        new Call(
            "expireAfter", "expireAfterWrite", b -> b.expireAfterWrite(TEN).expireAfter(expiry)),
        new Call(
            "expireAfter", "expireAfterAccess", b -> b.expireAfterAccess(TEN).expireAfter(expiry)),
        new Call(
            "expireAfterWrite", "expireAfter", b -> b.expireAfter(expiry).expireAfterWrite(TEN)),
        new Call(
            "expireAfterAccess", "expireAfter", b -> b.expireAfter(expiry).expireAfterAccess(TEN)),
        new Call("maximumWeight", "weigher", b -> b.maximumWeight(5).build()),
        new Call("weigher", "maximumWeight", b -> b.weigher((k, v) -> 1).build()));
  }

  @ParameterizedTest
  @MethodSource("conflicts")
  void option_conflicting_namesBoth(Call call) {
    assertThatIllegalStateException()
        .isThrownBy(() -> call.on().accept(Cache.builder()))
        .withMessageContaining(call.named())
        .withMessageContaining(call.value());
  }

  @Test
  void build_ofSubtypes_compiles() {
    Cache<String, Integer> cache = CacheBuilder.from("maximumSize=10").build();
    cache.put("a", 1);
    assertThat(cache.get("a")).isEqualTo(1);
  }

  @Test
  void toString_namesCacheSizeAndMaximum() {
    Cache<String, Integer> cache =
        Cache.<String, Integer>builder().name("products").maximumSize(7).build();
    cache.put("a", 1);
    assertThat(cache).hasToString("Cache[name=products, size=1, maximum=7]");
    cache.close();
    assertThat(cache).hasToString("Cache[name=products, size=0, maximum=7, closed]");
    assertThat(Cache.builder().build()).hasToString("Cache[name=cache, size=0, maximum=unbounded]");
  }

  @Test
  void from_everyOption_isSet() {
    long[] now = {0};
    Cache<Object, Object> cache =
        CacheBuilder.from(
                " name=c , initialCapacity=4,maximumSize=2, expireAfterWrite=10s,"
                    + "expireAfterAccess=PT8S,retainExpired=5ms,expiryJitter=0.0, recordStats")
            .ticker(() -> now[0])
            .build();
    cache.put(1, 1);
    assertThat(cache).hasToString("Cache[name=c, size=1, maximum=2]");
    assertThat(cache.get(1)).isEqualTo(1);
    assertThat(cache.stats().hitCount()).isEqualTo(1);
    now[0] = Duration.ofSeconds(8).toNanos();
    assertThat(cache.get(1)).isNull();
    assertThat(cache.policy().entry(1).stale()).isTrue();
    now[0] += Duration.ofMillis(5).toNanos();
    assertThat(cache.get(1)).isNull();
    assertThat(cache.policy().entry(1)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1ns", "1us", "1ms", "1s", "1m", "1h", "1d", "PT1S", "106751991167300d"})
  void from_durations_areRead(String duration) {
    assertThat(CacheBuilder.from("expireAfterWrite=" + duration).build().size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maximumSize",
        "maximumSize=",
        "maximumSize=many",
        "maximumSize=-1",
        "maximumsize=1",
        "expireAfterWrite=10",
        "expireAfterWrite=10 parsecs",
        "expireAfterWrite=99999999999999999999d",
        "recordStats=yes",
        "name=a,,name=b",
        ","
      })
  void from_unreadable_namesThePart(String spec) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CacheBuilder.from(spec))
        .withMessageContaining("'" + spec + "'");
  }

  @Test
  void from_blank_isTheDefault() {
    assertThat(CacheBuilder.from(" ").build())
        .hasToString("Cache[name=cache, size=0, maximum=unbounded]");
  }
}
