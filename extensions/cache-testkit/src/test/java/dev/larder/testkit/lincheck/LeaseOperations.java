package dev.larder.testkit.lincheck;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/**
 * Everything but loads, with {@code lease} and {@code publish} as two operations. A compute voids
 * leases when it begins and takes effect when it ends (P30), which no sequential cache can: so it
 * never runs beside leases here, only beside all else.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "value", gen = IntGen.class, conf = "1:5")
@Param(name = "slot", gen = ThreadIdGen.class)
public abstract class LeaseOperations {
  private static final int SLOTS = 10;

  private final Cache<Integer, Integer> cache;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private final Lease<Integer>[] leases = new Lease[SLOTS];

  LeaseOperations(Cache<Integer, Integer> cache) {
    this.cache = cache;
  }

  @Operation
  public void put(@Param(name = "key") int key, @Param(name = "value") int value) {
    cache.put(key, value);
  }

  @Operation
  public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
    return cache.asMap().putIfAbsent(key, value);
  }

  @Operation
  public Integer remove(@Param(name = "key") int key) {
    return cache.asMap().remove(key);
  }

  @Operation
  public Integer replace(@Param(name = "key") int key, @Param(name = "value") int value) {
    return cache.asMap().replace(key, value);
  }

  @Operation(nonParallelGroup = "computes and leases")
  public Integer compute(@Param(name = "key") int key, @Param(name = "value") int value) {
    return cache.asMap().compute(key, (k, old) -> old == null ? (Integer) value : null);
  }

  @Operation
  public Integer getIfPresent(@Param(name = "key") int key) {
    return cache.getIfPresent(key);
  }

  @Operation
  public void invalidateAll() {
    cache.invalidateAll();
  }

  @Operation(nonParallelGroup = "computes and leases")
  public void lease(@Param(name = "slot") int slot, @Param(name = "key") int key) {
    leases[slot] = cache.lease(key);
  }

  @Operation(nonParallelGroup = "computes and leases")
  public boolean publish(@Param(name = "slot") int slot, @Param(name = "value") int value) {
    return leases[slot] != null && leases[slot].publish(value);
  }
}
