package dev.larder.cache.internal.flight;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.larder.cache.spi.WritePermit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A FIFO line of writers per key. As in a CLH queue, each waits for the end of the one before it,
 * and only the tails are kept. All keys of a set are queued at one instant, so all lines agree on
 * who came first and overlapping sets cannot deadlock.
 */
public final class WritePermits<K> {
  private final Scope scope;

  @GuardedBy("itself")
  private final Map<K, Place> tails = new HashMap<>();

  /** Creates the lines of one cache. */
  public WritePermits(Scope scope) {
    this.scope = scope;
  }

  /** Waits for the current thread's turn at each key, see CacheSupport.permit. */
  public WritePermit acquire(Set<? extends K> keys) {
    List<K> wanted = new ArrayList<>(keys);
    wanted.forEach(key -> Objects.requireNonNull(key, "key"));
    Waits.requireOutside(scope, keys);
    List<Place> places = enqueue(wanted);
    try {
      for (Place place : places) {
        if (place.before != null) {
          Waits.await(place.before);
          place.before = null;
        }
      }
    } catch (RuntimeException | Error e) {
      places.forEach(this::leave);
      throw e;
    }
    return new Permit(places);
  }

  private List<Place> enqueue(List<K> keys) {
    List<Place> places = new ArrayList<>(keys.size());
    synchronized (tails) {
      for (K key : keys) {
        Place place = new Place(key, tails.get(key));
        tails.put(key, place);
        places.add(place);
      }
    }
    places.forEach(Hold::begin);
    return places;
  }

  private void leave(Place place) {
    forget(place);
    if (place.before == null) {
      place.end();
    } else {
      place.endAfter(place.before);
    }
  }

  private void forget(Place place) {
    synchronized (tails) {
      if (place.before == null) {
        tails.remove(place.key, place);
      }
    }
  }

  private final class Place extends Hold {
    private final K key;

    /** Null from this one's turn on, so that no chain of past writers is kept alive. */
    private @Nullable Place before;

    Place(K key, @Nullable Place before) {
      super(scope, Kind.WRITE, key);
      this.key = key;
      this.before = before;
    }
  }

  private final class Permit implements WritePermit {
    private List<Place> places;

    Permit(List<Place> places) {
      this.places = places;
    }

    @Override
    public void close() {
      List<Place> held = places;
      places = List.of();
      for (int i = held.size() - 1; i >= 0; i--) {
        forget(held.get(i));
        held.get(i).end();
      }
    }
  }
}
