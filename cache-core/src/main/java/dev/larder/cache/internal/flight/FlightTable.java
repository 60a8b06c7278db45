package dev.larder.cache.internal.flight;

import dev.larder.cache.spi.Flight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Single flight per key over nothing but leases, see {@link LoadRegistry}. */
public final class FlightTable<K, V> {
  private final Scope scope;
  private final LoadRegistry<K, V> registry;
  private final LoadRecorder recorder;

  /** Creates the flights of one cache. */
  public FlightTable(Scope scope, LoadRegistry<K, V> registry, LoadRecorder recorder) {
    this.scope = scope;
    this.registry = registry;
    this.recorder = recorder;
  }

  /** See CacheSupport.flight. */
  public Flight<V> flight(K key) {
    return joinOrBegin(key);
  }

  private Load<K, V> joinOrBegin(K key) {
    Waits.requireNotOwn(scope, key);
    Load<K, V> mine = new Load<>(scope, key, registry, recorder);
    try {
      Load<K, V> load = registry.joinOrBegin(key, mine);
      if (load != mine) {
        recorder.joined();
      }
      return load;
    } catch (RuntimeException | Error e) {
      mine.abandon(e);
      throw e;
    }
  }

  /** See CacheSupport.flights. */
  public Map<K, Flight<V>> flights(Set<? extends K> keys) {
    Map<K, Flight<V>> flights = new LinkedHashMap<>();
    List<Load<K, V>> mine = new ArrayList<>();
    try {
      for (K key : keys) {
        Load<K, V> load = joinOrBegin(key);
        flights.put(key, load);
        if (load.isMine()) {
          mine.add(load);
        }
      }
    } catch (RuntimeException | Error e) {
      mine.forEach(load -> load.fail(e));
      throw e;
    }
    mine.forEach(load -> load.sharedBy(mine.size()));
    return flights;
  }
}
