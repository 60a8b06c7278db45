package dev.larder.testkit.lincheck;

import java.util.HashMap;
import java.util.Map;

/** What {@link LoadOperations} do one after another. */
public final class SequentialLoads {
  private final Map<Integer, Integer> values = new HashMap<>();

  public Integer load(int key, int value) {
    return values.computeIfAbsent(key, k -> value);
  }

  public Integer getIfPresent(int key) {
    return values.get(key);
  }

  public void put(int key, int value) {
    values.put(key, value);
  }

  public void invalidate(int key) {
    values.remove(key);
  }

  public void invalidateAll() {
    values.clear();
  }
}
