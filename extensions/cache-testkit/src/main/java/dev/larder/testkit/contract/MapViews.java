package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import dev.larder.cache.Cache;
import dev.larder.testkit.Feature;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

/** What {@code asMap} and its views do; {@code docs/contract.md} has more of them under P30. */
public interface MapViews extends CachePart {

  @Test
  default void map_isALiveView() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create();
    ConcurrentMap<String, String> map = cache.asMap();
    Set<String> keys = map.keySet();
    cache.put("k", "v");
    assertThat(map).containsExactly(entry("k", "v"));
    assertThat(keys).containsExactly("k");
    map.put("l", "w");
    assertThat(cache.getIfPresent("l")).isEqualTo("w");
    keys.remove("k");
    assertThat(cache.getIfPresent("k")).isNull();
    assertThat(map).hasSize(1).isNotEmpty();
  }

  @Test
  default void map_equalsAMapOfTheSameEntries() {
    requires(Feature.VIEWS);
    ConcurrentMap<String, String> map = create().asMap();
    map.putAll(Map.of("a", "1", "b", "2"));
    assertThat(map).isEqualTo(Map.of("a", "1", "b", "2"));
    assertThat(map.hashCode()).isEqualTo(Map.of("a", "1", "b", "2").hashCode());
    assertThat(map.containsValue("2")).isTrue();
    assertThat(map.containsValue("3")).isFalse();
  }

  @Test
  default void put_returnsThePreviousValue() {
    requires(Feature.VIEWS);
    ConcurrentMap<String, String> map = create().asMap();
    assertThat(map.put("k", "v")).isNull();
    assertThat(map.put("k", "w")).isEqualTo("v");
    assertThat(map.remove("k")).isEqualTo("w");
    assertThat(map.remove("k")).isNull();
  }

  @Test
  default void conditionalOperations_actOnTheCurrentValueOnly() {
    requires(Feature.VIEWS);
    ConcurrentMap<String, String> map = create().asMap();
    assertThat(map.replace("k", "v")).isNull();
    assertThat(map.replace("k", "v", "w")).isFalse();
    assertThat(map.remove("k", "v")).isFalse();
    assertThat(map.putIfAbsent("k", "v")).isNull();
    assertThat(map.putIfAbsent("k", "w")).isEqualTo("v");
    assertThat(map.replace("k", "x", "w")).isFalse();
    assertThat(map.replace("k", "v", "w")).isTrue();
    assertThat(map.replace("k", "x")).isEqualTo("w");
    assertThat(map.remove("k", "w")).isFalse();
    assertThat(map.remove("k", "x")).isTrue();
    assertThat(map).isEmpty();
  }

  @Test
  default void computes_followConcurrentMap() {
    requires(Feature.VIEWS);
    ConcurrentMap<String, String> map = create().asMap();
    assertThat(map.computeIfPresent("k", (k, v) -> "never")).isNull();
    assertThat(map.computeIfAbsent("k", k -> null)).isNull();
    assertThat(map.computeIfAbsent("k", k -> k + "1")).isEqualTo("k1");
    assertThat(map.computeIfAbsent("k", k -> "never")).isEqualTo("k1");
    assertThat(map.computeIfPresent("k", (k, v) -> v + "2")).isEqualTo("k12");
    assertThat(map.compute("k", (k, v) -> v + "3")).isEqualTo("k123");
    assertThat(map.merge("k", "4", String::concat)).isEqualTo("k1234");
    assertThat(map.merge("l", "1", String::concat)).isEqualTo("1");
    assertThat(map.merge("l", "1", (v, w) -> Bad.value())).isNull();
    assertThat(map.compute("k", (k, v) -> null)).isNull();
    assertThat(map).isEmpty();
  }

  @Test
  default void iterator_removes_andItsEntriesWrite() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create();
    cache.putAll(Map.of("a", "1", "b", "2"));
    for (Map.Entry<String, String> entry : cache.asMap().entrySet()) {
      entry.setValue(entry.getValue() + "x");
    }
    assertThat(cache.asMap()).isEqualTo(Map.of("a", "1x", "b", "2x"));
    Iterator<String> values = cache.asMap().values().iterator();
    assertThatIllegalStateException().isThrownBy(values::remove);
    String first = values.next();
    values.remove();
    assertThatIllegalStateException().isThrownBy(values::remove);
    assertThat(cache.asMap().values()).hasSize(1).doesNotContain(first);
  }

  @Test
  default void iterator_isWeaklyConsistent() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create();
    cache.putAll(Map.of("a", "1", "b", "2", "c", "3"));
    Iterator<String> keys = cache.asMap().keySet().iterator();
    keys.next();
    cache.invalidateAll();
    cache.put("d", "4");
    assertThat(List.of("a", "b", "c", "d")).containsAll(() -> keys);
  }

  @Test
  default void bulkOperationsOfViews_reachTheCache() {
    requires(Feature.VIEWS);
    Cache<String, String> cache = create();
    cache.putAll(Map.of("a", "1", "b", "2", "c", "3", "d", "4", "e", "5"));
    assertThat(cache.asMap().keySet().removeAll(List.of("a", "x"))).isTrue();
    assertThat(cache.asMap().values().removeIf("2"::equals)).isTrue();
    assertThat(cache.asMap().entrySet().removeAll(List.of(entry("c", "3"), entry("d", "x"))))
        .isTrue();
    assertThat(cache.asMap()).isEqualTo(Map.of("d", "4", "e", "5"));
    cache.asMap().replaceAll((key, value) -> key + value);
    assertThat(cache.asMap().values().retainAll(List.of("d4"))).isTrue();
    assertThat(cache.asMap()).isEqualTo(Map.of("d", "d4"));
    cache.asMap().entrySet().clear();
    assertThat(cache.getIfPresent("d")).isNull();
  }
}
