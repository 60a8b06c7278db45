package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/** Every way to change what a cache holds for a key, by the list in {@code docs/contract.md}. */
public enum Mutation {
  PUT(Needs.NOTHING, (cache, key) -> cache.put(key, Mutation.NEW)),
  PUT_WITH_TIME_TO_LIVE(
      Needs.NOTHING, (cache, key) -> cache.put(key, Mutation.NEW, Duration.ofDays(1))),
  PUT_DEAD_ON_ARRIVAL(Needs.NOTHING, (cache, key) -> cache.put(key, Mutation.NEW, Duration.ZERO)),
  PUT_ALL(Needs.NOTHING, (cache, key) -> cache.putAll(Map.of(key, Mutation.NEW))),
  INVALIDATE(Needs.NOTHING, Cache::invalidate),
  INVALIDATE_KEYS(Needs.NOTHING, (cache, key) -> cache.invalidateAll(List.of(key))),
  INVALIDATE_ALL(Needs.NOTHING, (cache, key) -> cache.invalidateAll()),
  INVALIDATE_IF(Needs.VALUE, (cache, key) -> cache.invalidateIf(key::equals)),
  MAP_PUT(Needs.NOTHING, map((map, key) -> map.put(key, Mutation.NEW))),
  MAP_PUT_ALL(Needs.NOTHING, map((map, key) -> map.putAll(Map.of(key, Mutation.NEW)))),
  MAP_REMOVE(Needs.NOTHING, map((map, key) -> map.remove(key))),
  MAP_REMOVE_VALUE(Needs.VALUE, map((map, key) -> map.remove(key, Mutation.OLD))),
  MAP_REPLACE(Needs.VALUE, map((map, key) -> map.replace(key, Mutation.NEW))),
  MAP_REPLACE_VALUE(Needs.VALUE, map((map, key) -> map.replace(key, Mutation.OLD, Mutation.NEW))),
  MAP_REPLACE_ALL(Needs.VALUE, map((map, key) -> map.replaceAll((k, v) -> Mutation.NEW))),
  MAP_PUT_IF_ABSENT(Needs.NO_VALUE, map((map, key) -> map.putIfAbsent(key, Mutation.NEW))),
  MAP_COMPUTE(Needs.NOTHING, map((map, key) -> map.compute(key, (k, v) -> Mutation.NEW))),
  MAP_COMPUTE_TO_NULL(Needs.VALUE, map((map, key) -> map.compute(key, (k, v) -> null))),
  MAP_COMPUTE_IF_ABSENT(
      Needs.NO_VALUE, map((map, key) -> map.computeIfAbsent(key, k -> Mutation.NEW))),
  MAP_COMPUTE_IF_PRESENT(
      Needs.VALUE, map((map, key) -> map.computeIfPresent(key, (k, v) -> Mutation.NEW))),
  MAP_MERGE(Needs.NOTHING, map((map, key) -> map.merge(key, Mutation.NEW, (v, w) -> Mutation.NEW))),
  MAP_CLEAR(Needs.NOTHING, map((map, key) -> map.clear())),
  KEYS_REMOVE(Needs.VALUE, map((map, key) -> map.keySet().remove(key))),
  KEYS_REMOVE_ALL(Needs.VALUE, map((map, key) -> map.keySet().removeAll(List.of(key)))),
  KEYS_REMOVE_IF(Needs.VALUE, map((map, key) -> map.keySet().removeIf(key::equals))),
  KEYS_RETAIN_ALL(Needs.VALUE, map((map, key) -> map.keySet().retainAll(List.of()))),
  KEYS_CLEAR(Needs.NOTHING, map((map, key) -> map.keySet().clear())),
  KEYS_ITERATOR_REMOVE(Needs.VALUE, map((map, key) -> removeFirst(map.keySet().iterator()))),
  VALUES_REMOVE(Needs.VALUE, map((map, key) -> map.values().remove(Mutation.OLD))),
  VALUES_REMOVE_IF(Needs.VALUE, map((map, key) -> map.values().removeIf(Mutation.OLD::equals))),
  ENTRIES_REMOVE(
      Needs.VALUE, map((map, key) -> map.entrySet().remove(Map.entry(key, Mutation.OLD)))),
  ENTRIES_ITERATOR_REMOVE(Needs.VALUE, map((map, key) -> removeFirst(map.entrySet().iterator()))),
  ENTRY_SET_VALUE(
      Needs.VALUE, map((map, key) -> map.entrySet().iterator().next().setValue(Mutation.NEW)));

  /** The value that a mutation which needs one finds. */
  static final String OLD = "old";

  /** The value that a mutation stores, if it stores one. */
  static final String NEW = "new";

  /** When an operation is a mutation. */
  enum Needs {
    NOTHING,
    VALUE,
    NO_VALUE
  }

  private final Needs needs;

  @SuppressWarnings("ImmutableEnumChecker") // the operations are stateless
  private final BiConsumer<Cache<String, String>, String> operation;

  Mutation(Needs needs, BiConsumer<Cache<String, String>, String> operation) {
    this.needs = needs;
    this.operation = operation;
  }

  void apply(Cache<String, String> cache, String key) {
    operation.accept(cache, key);
  }

  boolean worksOnValue() {
    return needs != Needs.NO_VALUE;
  }

  boolean worksOnNothing() {
    return needs != Needs.VALUE;
  }

  /** Returns true if it changes nothing where there is a value, or a row of the source. */
  boolean needsAbsence() {
    return needs == Needs.NO_VALUE;
  }

  boolean usesViews() {
    return this == INVALIDATE_IF || compareTo(MAP_PUT) >= 0;
  }

  private static BiConsumer<Cache<String, String>, String> map(
      BiConsumer<ConcurrentMap<String, String>, String> operation) {
    return (cache, key) -> operation.accept(cache.asMap(), key);
  }

  private static void removeFirst(Iterator<?> iterator) {
    iterator.next();
    iterator.remove();
  }
}
