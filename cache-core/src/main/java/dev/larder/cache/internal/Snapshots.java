package dev.larder.cache.internal;

import java.util.AbstractMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks over the keys there were at the start, and shows what each has when it is reached. */
final class Snapshots<K, V> implements Iterator<Map.Entry<K, V>> {
  private final PlainCache<K, V> cache;
  private final Iterator<K> keys;
  private @Nullable Entry<K, V> next;

  Snapshots(PlainCache<K, V> cache) {
    this.cache = cache;
    this.keys = cache.keys().iterator();
  }

  @Override
  public boolean hasNext() {
    cache.requireOpen();
    while ((next == null || cache.peek(next.key) != next) && advance()) {}
    return next != null;
  }

  private boolean advance() {
    if (!keys.hasNext()) {
      next = null;
      return false;
    }
    next = cache.peek(keys.next());
    return true;
  }

  @Override
  public Map.Entry<K, V> next() {
    if (next == null && !hasNext()) {
      throw new NoSuchElementException();
    }
    cache.requireOpen();
    Entry<K, V> entry = Objects.requireNonNull(next);
    next = null;
    return new AbstractMap.SimpleImmutableEntry<>(entry.key, Objects.requireNonNull(entry.value));
  }
}
