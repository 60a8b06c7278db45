package dev.larder.testkit.lincheck;

import dev.larder.cache.Cache;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Loads, and the mutations that return no previous value: beside those that do, no cache that keeps
 * P2, P4 and P6 is linearizable.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "value", gen = IntGen.class, conf = "1:5")
public abstract class LoadOperations {
  private final Cache<Integer, Integer> cache;

  LoadOperations(Cache<Integer, Integer> cache) {
    this.cache = cache;
  }

  @Operation
  public Integer load(@Param(name = "key") int key, @Param(name = "value") int value) {
    return cache.get(key, k -> value);
  }

  @Operation
  public Integer getIfPresent(@Param(name = "key") int key) {
    return cache.getIfPresent(key);
  }

  @Operation
  public void put(@Param(name = "key") int key, @Param(name = "value") int value) {
    cache.put(key, value);
  }

  @Operation
  public void invalidate(@Param(name = "key") int key) {
    cache.invalidate(key);
  }

  @Operation
  public void invalidateAll() {
    cache.invalidateAll();
  }
}
