package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Operations on a key that change nothing, and so void nothing. */
public enum NonMutation {
  GET_ABSENT(false, (cache, key) -> cache.getIfPresent(key)),
  GET_ALL_PRESENT(true, (cache, key) -> cache.getAllPresent(List.of(key))),
  REPLACE_ABSENT(false, (cache, key) -> cache.asMap().replace(key, Mutation.NEW)),
  REPLACE_OTHER_VALUE(true, (cache, key) -> cache.asMap().replace(key, "other", Mutation.NEW)),
  REMOVE_OTHER_VALUE(true, (cache, key) -> cache.asMap().remove(key, "other")),
  REMOVE_OTHER_ENTRY(
      true, (cache, key) -> cache.asMap().entrySet().remove(Map.entry(key, "other"))),
  PUT_IF_ABSENT_PRESENT(true, (cache, key) -> cache.asMap().putIfAbsent(key, Mutation.NEW)),
  COMPUTE_IF_ABSENT_PRESENT(
      true, (cache, key) -> cache.asMap().computeIfAbsent(key, k -> Mutation.NEW)),
  COMPUTE_IF_PRESENT_ABSENT(
      false, (cache, key) -> cache.asMap().computeIfPresent(key, (k, v) -> Mutation.NEW)),
  INVALIDATE_IF_FALSE(true, (cache, key) -> cache.invalidateIf(k -> false)),
  ITERATE(true, (cache, key) -> cache.asMap().forEach((k, v) -> {})),
  OTHER_KEY(true, (cache, key) -> cache.invalidate("other " + key));

  private final boolean onValue;

  @SuppressWarnings("ImmutableEnumChecker") // the operations are stateless
  private final BiConsumer<Cache<String, String>, String> operation;

  NonMutation(boolean onValue, BiConsumer<Cache<String, String>, String> operation) {
    this.onValue = onValue;
    this.operation = operation;
  }

  boolean worksOnValue() {
    return onValue;
  }

  boolean usesViews() {
    return this != GET_ABSENT && this != GET_ALL_PRESENT && this != OTHER_KEY;
  }

  void apply(Cache<String, String> cache, String key) {
    operation.accept(cache, key);
  }
}
