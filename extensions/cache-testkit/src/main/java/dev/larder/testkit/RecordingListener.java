package dev.larder.testkit;

import dev.larder.cache.RemovalCause;
import dev.larder.cache.RemovalListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told of, in order. */
public final class RecordingListener<K, V> implements RemovalListener<K, V> {
  private final List<Removal<K, V>> removals = new CopyOnWriteArrayList<>();

  /** Creates a listener. */
  public RecordingListener() {}

  /** What the listener was told of. */
  public record Removal<K, V>(K key, V value, RemovalCause cause) {

    @Override
    public String toString() {
      return key + "=" + value + " " + cause;
    }
  }

  @Override
  public void onRemoval(K key, V value, RemovalCause cause) {
    removals.add(new Removal<>(key, value, cause));
  }

  /** Returns all removals so far, in the order they were told; a live list. */
  public List<Removal<K, V>> removals() {
    return removals;
  }

  /** Forgets everything. */
  public void clear() {
    removals.clear();
  }
}
