package dev.larder.testkit.lincheck;

import java.util.HashMap;
import java.util.Map;

/** What {@link LeaseOperations} do one after another. */
public final class SequentialLeases {
  private final Map<Integer, Integer> values = new HashMap<>();

  /** The key of each lease that is valid, by slot. */
  private final Map<Integer, Integer> leases = new HashMap<>();

  private void voidLeases(int key) {
    leases.values().removeIf(leased -> leased == key);
  }

  public void put(int key, int value) {
    voidLeases(key);
    values.put(key, value);
  }

  public Integer putIfAbsent(int key, int value) {
    Integer before = values.get(key);
    if (before == null) {
      put(key, value);
    }
    return before;
  }

  public Integer remove(int key) {
    voidLeases(key);
    return values.remove(key);
  }

  public Integer replace(int key, int value) {
    Integer before = values.get(key);
    if (before != null) {
      put(key, value);
    }
    return before;
  }

  public Integer compute(int key, int value) {
    voidLeases(key);
    return values.compute(key, (k, old) -> old == null ? (Integer) value : null);
  }

  public Integer getIfPresent(int key) {
    return values.get(key);
  }

  public void invalidateAll() {
    leases.clear();
    values.clear();
  }

  public void lease(int slot, int key) {
    leases.put(slot, key);
  }

  public boolean publish(int slot, int value) {
    Integer key = leases.get(slot);
    if (key != null) {
      put(key, value);
    }
    return key != null;
  }
}
