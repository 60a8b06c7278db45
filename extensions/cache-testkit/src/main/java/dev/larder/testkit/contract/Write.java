package dev.larder.testkit.contract;

import dev.larder.testkit.Feature;
import dev.larder.testkit.SourceCall;
import dev.larder.testkit.WritingAdapter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/** Every way to write or delete a key that is cached with the value {@link #OLD}. */
public enum Write {
  PUT(SourceCall.WRITE, (subject, key) -> subject.cache().put(key, Write.NEW)),
  PUT_WITH_TIME_TO_LIVE(
      SourceCall.WRITE, (subject, key) -> subject.cache().put(key, Write.NEW, Duration.ofDays(1))),
  PUT_ALL(SourceCall.WRITE_ALL, (subject, key) -> subject.cache().putAll(Map.of(key, Write.NEW))),
  UPDATE(SourceCall.WRITE, (subject, key) -> subject.update(key, value -> Write.NEW)),
  UPDATE_TO_NULL(SourceCall.DELETE, (subject, key) -> subject.update(key, value -> null)),
  DELETE(SourceCall.DELETE, WritingAdapter::delete),
  DELETE_ALL(SourceCall.DELETE_ALL, (subject, key) -> subject.deleteAll(List.of(key))),
  MAP_PUT(SourceCall.WRITE, map((map, key) -> map.put(key, Write.NEW))),
  MAP_PUT_ALL(SourceCall.WRITE_ALL, map((map, key) -> map.putAll(Map.of(key, Write.NEW)))),
  MAP_REMOVE(SourceCall.DELETE, map((map, key) -> map.remove(key))),
  MAP_REMOVE_VALUE(SourceCall.DELETE, map((map, key) -> map.remove(key, Write.OLD))),
  MAP_REPLACE(SourceCall.WRITE, map((map, key) -> map.replace(key, Write.NEW))),
  MAP_REPLACE_VALUE(SourceCall.WRITE, map((map, key) -> map.replace(key, Write.OLD, Write.NEW))),
  MAP_REPLACE_ALL(SourceCall.WRITE, map((map, key) -> map.replaceAll((k, v) -> Write.NEW))),
  MAP_COMPUTE(SourceCall.WRITE, map((map, key) -> map.compute(key, (k, v) -> Write.NEW))),
  MAP_COMPUTE_TO_NULL(SourceCall.DELETE, map((map, key) -> map.compute(key, (k, v) -> null))),
  MAP_COMPUTE_IF_PRESENT(
      SourceCall.WRITE, map((map, key) -> map.computeIfPresent(key, (k, v) -> Write.NEW))),
  MAP_MERGE(SourceCall.WRITE, map((map, key) -> map.merge(key, "", (v, w) -> Write.NEW))),
  KEYS_REMOVE(SourceCall.DELETE, map((map, key) -> map.keySet().remove(key))),
  KEYS_REMOVE_ALL(SourceCall.DELETE, map((map, key) -> map.keySet().removeAll(Set.of(key)))),
  KEYS_REMOVE_IF(SourceCall.DELETE, map((map, key) -> map.keySet().removeIf(key::equals))),
  KEYS_RETAIN_ALL(SourceCall.DELETE, map((map, key) -> map.keySet().retainAll(Set.of()))),
  VALUES_REMOVE(SourceCall.DELETE, map((map, key) -> map.values().remove(Write.OLD))),
  ENTRIES_REMOVE(
      SourceCall.DELETE, map((map, key) -> map.entrySet().remove(Map.entry(key, Write.OLD)))),
  ENTRIES_ITERATOR_REMOVE(
      SourceCall.DELETE,
      map(
          (map, key) -> {
            var iterator = map.entrySet().iterator();
            iterator.next();
            iterator.remove();
          })),
  ENTRY_SET_VALUE(
      SourceCall.WRITE, map((map, key) -> map.entrySet().iterator().next().setValue(Write.NEW)));

  /** The value before. */
  static final String OLD = "old";

  /** The value written, if one is. */
  static final String NEW = "new";

  private final SourceCall kind;

  @SuppressWarnings("ImmutableEnumChecker") // the operations are stateless
  private final BiConsumer<WritingAdapter<String, String>, String> operation;

  Write(SourceCall kind, BiConsumer<WritingAdapter<String, String>, String> operation) {
    this.kind = kind;
    this.operation = operation;
  }

  private static BiConsumer<WritingAdapter<String, String>, String> map(
      BiConsumer<ConcurrentMap<String, String>, String> operation) {
    return (subject, key) -> operation.accept(subject.cache().asMap(), key);
  }

  void apply(WritingAdapter<String, String> subject, String key) {
    operation.accept(subject, key);
  }

  /** Returns how it reaches the source. */
  SourceCall kind() {
    return kind;
  }

  boolean deletes() {
    return kind == SourceCall.DELETE || kind == SourceCall.DELETE_ALL;
  }

  void requireSupported(ContractPart part) {
    if (compareTo(MAP_PUT) >= 0) {
      part.requires(Feature.VIEWS);
    }
  }
}
