package dev.larder.cache.internal;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks over keys, batch by batch, and shows what each has when it is reached; those that have
 * nothing any more are left out.
 */
public final class Snapshots<K, V> implements Iterator<Map.Entry<K, V>> {
  private final Iterator<List<K>> batches;
  private final Function<K, @Nullable V> peek;
  private final Runnable requireOpen;
  private Iterator<K> keys = Collections.emptyIterator();
  private @Nullable K key;
  private @Nullable V value;

  /**
   * Begins a walk.
   *
   * @param batches the keys, each once
   * @param peek returns the live value of a key
   * @param requireOpen throws if the cache is closed
   */
  public Snapshots(Iterator<List<K>> batches, Function<K, @Nullable V> peek, Runnable requireOpen) {
    this.batches = batches;
    this.peek = peek;
    this.requireOpen = requireOpen;
  }

  @Override
  public boolean hasNext() {
    requireOpen.run();
    if (key == null || value == null || peek.apply(key) != value) {
      advance();
    }
    return value != null;
  }

  /** Goes on to the next key that has a value. */
  private void advance() {
    value = null;
    while (value == null && hasMoreKeys()) {
      key = keys.next();
      value = peek.apply(key);
    }
  }

  private boolean hasMoreKeys() {
    while (!keys.hasNext() && batches.hasNext()) {
      keys = batches.next().iterator();
    }
    return keys.hasNext();
  }

  @Override
  public Map.Entry<K, V> next() {
    requireOpen.run();
    if (value == null) {
      advance();
    }
    K nextKey = key;
    V nextValue = value;
    if (nextKey == null || nextValue == null) {
      throw new NoSuchElementException();
    }
    key = null;
    value = null;
    return new AbstractMap.SimpleImmutableEntry<>(nextKey, nextValue);
  }
}
