package dev.larder.testkit.lincheck;

import dev.larder.cache.Cache;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Few operations on more keys than the table has buckets for, so that it grows meanwhile. */
@Param(name = "key", gen = IntGen.class, conf = "1:6")
@Param(name = "value", gen = IntGen.class, conf = "1:5")
public abstract class GrowthOperations {
  private final Cache<Integer, Integer> cache;

  GrowthOperations(Cache<Integer, Integer> cache) {
    this.cache = cache;
  }

  @Operation
  public void put(@Param(name = "key") int key, @Param(name = "value") int value) {
    cache.put(key, value);
  }

  @Operation
  public Integer remove(@Param(name = "key") int key) {
    return cache.asMap().remove(key);
  }

  @Operation
  public Integer getIfPresent(@Param(name = "key") int key) {
    return cache.getIfPresent(key);
  }
}
