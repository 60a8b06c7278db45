package dev.larder.testkit.suites;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ForwardingConcurrentMap;
import dev.larder.cache.Cache;
import dev.larder.cache.CacheBuilder;
import dev.larder.strategies.LazyLoadingCache;
import dev.larder.testkit.InMemoryDataSource;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map view is a ConcurrentMap by Guava's suite, on each kind of cache. */
class GuavaMapSuitesTest {
  private static final int TESTS = 932;

  static Stream<GuavaMapSuite> suites() {
    return Stream.of(
        suite("unbounded", builder()),
        suite("bounded", builder().maximumSize(100)),
        suite("weighted", builder().maximumWeight(1_000).weigher((key, value) -> 1)),
        suite(
            "expiring",
            builder().expireAfterWrite(Duration.ofDays(1)).expireAfterAccess(Duration.ofDays(1))),
        new GuavaMapSuite(
            "lazily loading",
            () -> LazyLoadingCache.of(builder().build(), new InMemoryDataSource<>()).asMap()));
  }

  private static CacheBuilder<String, String> builder() {
    return Cache.builder();
  }

  private static GuavaMapSuite suite(String name, CacheBuilder<String, String> builder) {
    return new GuavaMapSuite(name, () -> builder.build().asMap());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void mapView_passesTheSuite(GuavaMapSuite suite) {
    assertThat(suite.run()).isEqualTo(new GuavaMapSuite.Outcome(TESTS, ""));
  }

  @Test
  void brokenMap_failsTheSuite() {
    GuavaMapSuite broken =
        new GuavaMapSuite("broken", () -> new OverwritingMap<>(builder().build().asMap()));
    GuavaMapSuite.Outcome outcome = broken.run();
    assertThat(outcome.tests()).isEqualTo(TESTS);
    assertThat(outcome.failures()).contains("testPutIfAbsent_supportedPresent");
  }

  /** A map whose putIfAbsent overwrites. */
  private static final class OverwritingMap<K, V> extends ForwardingConcurrentMap<K, V> {
    private final ConcurrentMap<K, V> map;

    OverwritingMap(ConcurrentMap<K, V> map) {
      this.map = map;
    }

    @Override
    protected ConcurrentMap<K, V> delegate() {
      return map;
    }

    @Override
    public V putIfAbsent(K key, V value) {
      return map.put(key, value);
    }
  }
}
