package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Feature;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** P28: keys that somebody chose to have one hash code. */
public interface Colliding extends CachePart {

  /** A key with the hash code of all others, that can be ordered. */
  record OrderedKey(int id) implements Comparable<OrderedKey> {
    @Override
    public int hashCode() {
      return 42;
    }

    @Override
    public int compareTo(OrderedKey other) {
      return Integer.compare(id, other.id);
    }
  }

  /** A key with the hash code of all others, and nothing else. */
  record PlainKey(int id) {
    @Override
    public int hashCode() {
      return 42;
    }
  }

  @Test
  @Property("P28")
  default void comparableKeysOfOneHashCode_areFastAndNoneIsDropped() {
    requires(Feature.ANY_KEY);
    int count = 100_000;
    Cache<OrderedKey, Integer> cache =
        create(new CacheSpec<OrderedKey, Integer>().maximumSize(count));
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < count; i++) {
            cache.put(new OrderedKey(i), i);
          }
          for (int i = 0; i < count; i++) {
            assertThat(cache.getIfPresent(new OrderedKey(i))).isEqualTo(i);
          }
        });
  }

  @Test
  @Property("P28")
  default void otherKeysOfOneHashCode_someHundredsAreKeptInABoundedCache() {
    requires(Feature.ANY_KEY, Feature.POLICY);
    Cache<PlainKey, Integer> cache = create(new CacheSpec<PlainKey, Integer>().maximumSize(5_000));
    for (int i = 0; i < 3_000; i++) {
      cache.put(new PlainKey(i), i);
    }
    long size = cache.size();
    assertThat(size).isBetween(100L, 999L);
    assertThat(cache.stats().evictionCount()).isEqualTo(3_000 - size);
  }

  @Test
  @Property("P28")
  default void otherKeysOfOneHashCode_inAnUnboundedCache_areAllKept() {
    requires(Feature.ANY_KEY, Feature.POLICY, Feature.UNBOUNDED);
    Cache<PlainKey, Integer> cache = create(new CacheSpec<>());
    for (int i = 0; i < 1_500; i++) {
      cache.put(new PlainKey(i), i);
    }
    assertThat(cache.size()).isEqualTo(1_500);
  }
}
