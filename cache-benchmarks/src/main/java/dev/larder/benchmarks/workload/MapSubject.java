package dev.larder.benchmarks.workload;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

final class MapSubject implements Subject {
  private final ConcurrentHashMap<Long, Long> map;

  MapSubject(int entries) {
    map = new ConcurrentHashMap<>(entries);
  }

  @Override
  public @Nullable Long get(Long key) {
    return map.get(key);
  }

  @Override
  public @Nullable Long load(Long key) {
    return map.computeIfAbsent(key, k -> k);
  }

  @Override
  public void put(Long key, Long value) {
    map.put(key, value);
  }

  @Override
  public long size() {
    return map.mappingCount();
  }

  @Override
  public long count() {
    return map.keySet().stream().count();
  }

  @Override
  public void settle() {
    // It leaves nothing to other threads.
  }

  @Override
  public Object cache() {
    return map;
  }

  @Override
  public void close() {
    map.clear();
  }
}
