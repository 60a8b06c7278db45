package dev.larder.testkit;

import dev.larder.strategies.DataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A source in memory that remembers what was done to it: how often each operation was called, and
 * for each key the order in which writes and deletes took effect.
 */
public final class InMemoryDataSource<K, V> implements DataSource<K, V> {
  private final ConcurrentMap<K, V> rows = new ConcurrentHashMap<>();
  private final ConcurrentMap<K, List<@Nullable V>> effects = new ConcurrentHashMap<>();
  private final ConcurrentMap<SourceCall, LongAdder> calls = new ConcurrentHashMap<>();

  /** Creates an empty source. */
  public InMemoryDataSource() {}

  /** Returns the rows; a change made here is one made past the cache and is not recorded. */
  public ConcurrentMap<K, V> rows() {
    return rows;
  }

  /** Returns how often operations of these kinds were called, of any kind if none is given. */
  public long calls(SourceCall... kinds) {
    SourceCall[] counted = kinds.length == 0 ? SourceCall.values() : kinds;
    return Arrays.stream(counted).mapToLong(kind -> counter(kind).sum()).sum();
  }

  /** Returns what was written under the key, in the order of effect; null stands for a delete. */
  public List<@Nullable V> effects(K key) {
    List<@Nullable V> ofKey = effects.get(key);
    if (ofKey == null) {
      return List.of();
    }
    synchronized (ofKey) {
      return Collections.unmodifiableList(new ArrayList<>(ofKey));
    }
  }

  @Override
  public @Nullable V load(K key) {
    count(SourceCall.LOAD);
    return rows.get(key);
  }

  @Override
  public Map<K, V> loadAll(Set<? extends K> keys) {
    count(SourceCall.LOAD_ALL);
    Map<K, V> found = new LinkedHashMap<>();
    for (K key : keys) {
      V value = rows.get(key);
      if (value != null) {
        found.put(key, value);
      }
    }
    return found;
  }

  @Override
  public @Nullable V reload(K key, V oldValue) {
    count(SourceCall.RELOAD);
    return rows.get(key);
  }

  @Override
  public void write(K key, V value) {
    count(SourceCall.WRITE);
    apply(key, Objects.requireNonNull(value, "value"));
  }

  @Override
  public void writeAll(Map<? extends K, ? extends V> entries) {
    count(SourceCall.WRITE_ALL);
    entries.forEach(this::apply);
  }

  @Override
  public void delete(K key) {
    count(SourceCall.DELETE);
    apply(key, null);
  }

  @Override
  public void deleteAll(Set<? extends K> keys) {
    count(SourceCall.DELETE_ALL);
    keys.forEach(key -> apply(key, null));
  }

  private void apply(K key, @Nullable V value) {
    List<@Nullable V> ofKey = effects.computeIfAbsent(key, k -> new ArrayList<>());
    synchronized (ofKey) {
      ofKey.add(value);
      if (value == null) {
        rows.remove(key);
      } else {
        rows.put(key, value);
      }
    }
  }

  private void count(SourceCall kind) {
    counter(kind).increment();
  }

  private LongAdder counter(SourceCall kind) {
    return calls.computeIfAbsent(kind, k -> new LongAdder());
  }
}
