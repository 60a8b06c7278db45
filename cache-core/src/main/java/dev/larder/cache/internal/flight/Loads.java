package dev.larder.cache.internal.flight;

import dev.larder.cache.spi.Flight;
import dev.larder.cache.spi.FlightFailedException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the loaders that callers of a cache bring along. */
public final class Loads {
  private Loads() {}

  /** Runs the load of the caller's own flight, and ends it whatever happens. */
  public static <K, V> @Nullable V load(
      K key, Function<? super K, ? extends @Nullable V> loader, Flight<V> mine) {
    V value;
    try {
      value = loader.apply(key);
    } catch (Throwable e) {
      mine.fail(e);
      throw e;
    }
    mine.complete(value);
    return value;
  }

  /** Waits for somebody else's load; its failure is thrown as the loader threw it. */
  public static <V> @Nullable V join(Flight<V> flight) {
    try {
      return flight.await();
    } catch (FlightFailedException e) {
      throw Loads.<RuntimeException>unchecked(e.failure());
    }
  }

  /**
   * Runs one load for all flights that are the caller's own, and only then waits for the others.
   */
  public static <K, V> Map<K, @Nullable V> loadAll(
      Map<K, Flight<V>> flights,
      Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends V>> loader) {
    Map<K, Flight<V>> mine = new LinkedHashMap<>(flights);
    mine.values().removeIf(flight -> !flight.isMine());
    Map<K, @Nullable V> loaded = mine.isEmpty() ? new LinkedHashMap<>() : loadMine(mine, loader);
    flights.forEach(
        (key, flight) -> {
          if (!mine.containsKey(key)) {
            loaded.put(key, join(flight));
          }
        });
    return loaded;
  }

  private static <K, V> Map<K, @Nullable V> loadMine(
      Map<K, Flight<V>> mine,
      Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends V>> loader) {
    Map<K, @Nullable V> loaded = new LinkedHashMap<>();
    try {
      Map<? extends K, ? extends V> answer =
          Objects.requireNonNull(
              loader.apply(Collections.unmodifiableSet(mine.keySet())),
              "the bulk loader returned null");
      mine.keySet().forEach(key -> loaded.put(key, answer.get(key)));
      mine.forEach((key, flight) -> flight.complete(loaded.get(key)));
      return loaded;
    } catch (Throwable e) {
      mine.values().stream().filter(Flight::isMine).forEach(flight -> flight.fail(e));
      throw e;
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure; // what the loader threw, as the thread that ran it sees it too
  }
}
