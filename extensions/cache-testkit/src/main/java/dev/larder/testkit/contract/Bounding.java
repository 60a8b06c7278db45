package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Feature;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P26: the bound is exact, at every moment. */
public interface Bounding extends CachePart {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10})
  @Property("P26")
  default void size_afterEachPut_isAtMostTheMaximum(int maximum) {
    requires(Feature.POLICY);
    Cache<Integer, Integer> cache = create(new CacheSpec<Integer, Integer>().maximumSize(maximum));
    for (int i = 0; i < 100; i++) {
      cache.put(i, i);
      assertThat(cache.size()).isEqualTo(Math.min(i + 1, maximum));
    }
  }

  @Test
  @Property("P26")
  default void put_whileCapacityIsFree_evictsNothing() {
    Cache<Integer, Integer> cache = create(new CacheSpec<Integer, Integer>().maximumSize(1000));
    for (int i = 0; i < 1000; i++) {
      cache.put(i, i);
    }
    assertThat(cache.getAllPresent(IntStream.range(0, 1000).boxed().toList())).hasSize(1000);
  }

  @Test
  @Property("P26")
  default void put_ofAPresentKeyAtTheBound_evictsNothing() {
    Cache<String, String> cache = create(spec().maximumSize(2));
    cache.put("a", "1");
    cache.put("b", "2");
    cache.put("a", "3");
    assertThat(cache.getAllPresent(List.of("a", "b"))).hasSize(2);
  }

  @Test
  @Property("P26")
  default void weight_afterEachPut_isAtMostTheMaximum() {
    requires(Feature.POLICY);
    Cache<Integer, Integer> cache =
        create(new CacheSpec<Integer, Integer>().maximumWeight(20).weigher((key, value) -> value));
    SplittableRandom random = new SplittableRandom(26);
    for (int i = 0; i < 1000; i++) {
      cache.put(random.nextInt(30), random.nextInt(25));
      assertThat(cache.policy().weightedSize()).isLessThanOrEqualTo(20);
    }
    long weight = cache.asMap().values().stream().mapToLong(value -> value).sum();
    assertThat(cache.policy().weightedSize()).isEqualTo(weight);
  }

  @Test
  @Property("P26")
  default void put_ofWeightThatFits_evictsNothing() {
    requires(Feature.POLICY);
    Cache<String, String> cache =
        create(spec().maximumWeight(6).weigher((key, value) -> value.length()));
    cache.put("a", "123");
    cache.put("b", "123");
    assertThat(cache.policy().weightedSize()).isEqualTo(6);
    cache.put("a", "1");
    cache.put("c", "12");
    assertThat(cache.policy().weightedSize()).isEqualTo(6);
    assertThat(cache.getAllPresent(List.of("a", "b", "c"))).hasSize(3);
  }

  @Test
  @Property("P26")
  default void put_tooHeavy_removesTheOldValueAndNothingElse() {
    Cache<String, String> cache =
        create(spec().maximumWeight(6).weigher((key, value) -> value.length()));
    cache.put("a", "1");
    cache.put("b", "1");
    cache.put("b", "1234567");
    assertThat(cache.getIfPresent("b")).isNull();
    assertThat(cache.getIfPresent("a")).isEqualTo("1");
  }

  @Test
  @Property("P26")
  default void weightZero_isNeverEvictedForSize() {
    Cache<String, String> cache =
        create(spec().maximumWeight(2).weigher((key, value) -> value.length()));
    cache.put("light", "");
    for (int i = 0; i < 100; i++) {
      cache.put("k" + i, "v");
    }
    assertThat(cache.getIfPresent("light")).isEmpty();
  }

  @Test
  @Property("P26")
  default void setMaximum_downwards_holdsFromItsReturn() {
    requires(Feature.POLICY);
    Cache<String, String> cache = create(spec().maximumSize(10));
    for (int i = 0; i < 10; i++) {
      cache.put("k" + i, "v");
    }
    cache.policy().setMaximum(3);
    assertThat(cache.size()).isEqualTo(3);
    assertThat(cache.policy().maximum()).isEqualTo(3);
    cache.put("more", "v");
    assertThat(cache.size()).isEqualTo(3);
    cache.policy().setMaximum(5);
    cache.put("a", "v");
    cache.put("b", "v");
    assertThat(cache.size()).isEqualTo(5);
  }

  @Test
  @Property("P26")
  default void size_whileOthersWrite_isAtMostTheMaximum() {
    requires(Feature.POLICY);
    Cache<Integer, Integer> cache = create(new CacheSpec<Integer, Integer>().maximumSize(5));
    AtomicBoolean done = new AtomicBoolean();
    try (Workers workers = new Workers(patience())) {
      Task<Long> watch =
          workers.start(
              () -> {
                long largest = 0;
                while (!done.get()) {
                  largest = Math.max(largest, cache.size());
                }
                return largest;
              });
      List<Task<Object>> writers =
          workers.start(
              2,
              () -> {
                for (int i = 0; i < 2000; i++) {
                  cache.put(i % 50, i);
                }
                return "";
              });
      writers.forEach(Task::get);
      done.set(true);
      assertThat(watch.get()).isLessThanOrEqualTo(5);
    }
  }
}
