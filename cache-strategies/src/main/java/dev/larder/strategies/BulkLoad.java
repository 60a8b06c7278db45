package dev.larder.strategies;

import dev.larder.cache.spi.CacheSupport;
import dev.larder.cache.spi.Flight;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One {@link LazyLoadingCache#getAll(Iterable)}. */
final class BulkLoad<K, V> {
  private final CacheSupport<K, V> cache;
  private final DataSource<K, V> source;
  private final Map<K, @Nullable V> values = new LinkedHashMap<>();
  private final Map<K, Throwable> failures = new LinkedHashMap<>();

  BulkLoad(CacheSupport<K, V> cache, DataSource<K, V> source) {
    this.cache = cache;
    this.source = source;
  }

  Map<K, V> get(Iterable<? extends K> keys) {
    Map<K, Flight<V>> flights = cache.flights(lookUp(Keys.distinct(keys)));
    Map<K, Flight<V>> mine = new LinkedHashMap<>(flights);
    mine.values().removeIf(flight -> !flight.isMine());
    if (!mine.isEmpty()) {
      load(mine);
    }
    flights.forEach(
        (key, flight) -> {
          if (!mine.containsKey(key)) {
            join(key, flight);
          }
        });
    values.values().removeIf(Objects::isNull);
    @SuppressWarnings("NullAway") // no null is left
    Map<K, V> present = Collections.unmodifiableMap(values);
    if (!failures.isEmpty()) {
      throw new CacheLoadException(present, failures);
    }
    return present;
  }

  /** Returns the keys that the cache misses; the others have their value, all have their place. */
  private Set<K> lookUp(Set<K> keys) {
    Set<K> missing = new LinkedHashSet<>();
    for (K key : keys) {
      Object lookup = Lookup.of(cache, key);
      if (Lookup.isMiss(lookup)) {
        missing.add(key);
        values.put(key, null);
      } else {
        values.put(key, Lookup.value(lookup));
      }
    }
    return missing;
  }

  /** Runs one bulk load and ends each flight, whatever happens. */
  private void load(Map<K, Flight<V>> mine) {
    try {
      Answer answer = Answer.of(source, Collections.unmodifiableSet(mine.keySet()));
      mine.forEach((key, flight) -> land(key, flight, answer));
    } catch (RuntimeException | Error e) {
      mine.values().stream().filter(Flight::isMine).forEach(flight -> flight.fail(e));
      throw e;
    }
  }

  private void land(K key, Flight<V> flight, Answer answer) {
    @SuppressWarnings("unchecked") // a source reports values of its own
    V value = (V) answer.loaded.get(key);
    Throwable failure = value == null ? answer.failure(key) : null;
    if (failure == null) {
      flight.complete(value);
      values.put(key, value);
    } else {
      flight.fail(failure);
      failures.put(key, failure);
    }
  }

  private void join(K key, Flight<V> flight) {
    try {
      values.put(key, LazyLoadingCache.join(key, flight));
    } catch (CacheLoadException e) {
      failures.put(key, Objects.requireNonNull(e.getCause()));
    }
  }

  /**
   * What a source said: values, failures, and the failure of the keys in neither, if they failed.
   */
  private record Answer(
      Map<?, ?> loaded, Map<?, ? extends Throwable> failures, @Nullable Throwable others) {

    static <K, V> Answer of(DataSource<K, V> source, Set<K> keys) {
      try {
        Map<?, ?> loaded =
            Objects.requireNonNull(source.loadAll(keys), "the source's loadAll returned null");
        return new Answer(loaded, Map.of(), null);
      } catch (CacheLoadException e) {
        return new Answer(e.loaded(), e.failures(), e.failures().isEmpty() ? e : null);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Answer(Map.of(), Map.of(), e);
      } catch (Exception e) {
        return new Answer(Map.of(), Map.of(), e);
      }
    }

    @Nullable Throwable failure(Object key) {
      Throwable own = failures.get(key);
      return own == null ? others : own;
    }
  }
}
