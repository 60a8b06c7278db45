package dev.larder.cache.spi;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The skeleton of a live map view. Everything that changes something, in the views, iterators and
 * entries as well, ends in one of the map's own mutators ({@code put}, {@code remove}, {@code
 * clear}, ...), so that a view which writes elsewhere has to override those alone. The conditional
 * ones are all {@link #compute}; {@code null} keys and values throw {@link NullPointerException}.
 */
public abstract class MapView<K, V> extends AbstractMap<K, V> implements ConcurrentMap<K, V> {

  /** For subclasses. */
  protected MapView() {}

  /** Returns a weakly consistent iterator over snapshots of the live entries; it never removes. */
  protected abstract Iterator<Map.Entry<K, V>> snapshots();

  @Override
  public abstract @Nullable V get(Object key);

  @Override
  public abstract boolean containsKey(Object key);

  @Override
  public abstract @Nullable V put(K key, V value);

  @Override
  public abstract @Nullable V remove(Object key);

  @Override
  public abstract boolean remove(Object key, @Nullable Object value);

  @Override
  public abstract void clear();

  @Override
  public int size() {
    long count = 0;
    for (Iterator<Map.Entry<K, V>> i = snapshots(); i.hasNext(); i.next()) {
      count++;
    }
    return (int) Math.min(count, Integer.MAX_VALUE);
  }

  @Override
  public boolean isEmpty() {
    return !snapshots().hasNext();
  }

  @Override
  public boolean containsValue(Object value) {
    return super.containsValue(Objects.requireNonNull(value, "value"));
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    for (Iterator<Map.Entry<K, V>> i = snapshots(); i.hasNext(); ) {
      computeIfPresent(
          i.next().getKey(),
          (key, value) -> Objects.requireNonNull(function.apply(key, value), "new value"));
    }
  }

  @Override
  public Set<K> keySet() {
    return new KeyView();
  }

  @Override
  public Collection<V> values() {
    return new ValueView();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new EntryView();
  }

  /** Removes the entries that fit, each only if it still has the value that was looked at. */
  private boolean removeEntriesIf(Predicate<Map.Entry<K, V>> condition) {
    boolean changed = false;
    for (Iterator<Map.Entry<K, V>> i = snapshots(); i.hasNext(); ) {
      Map.Entry<K, V> entry = i.next();
      changed |= condition.test(entry) && remove(entry.getKey(), entry.getValue());
    }
    return changed;
  }

  private <E> Iterator<E> iterator(Function<Map.Entry<K, V>, E> element) {
    Iterator<Map.Entry<K, V>> snapshots = snapshots();
    return new Iterator<>() {
      private @Nullable K last;

      @Override
      public boolean hasNext() {
        return snapshots.hasNext();
      }

      @Override
      public E next() {
        Map.Entry<K, V> next = snapshots.next();
        last = next.getKey();
        return element.apply(next);
      }

      @Override
      public void remove() {
        K key = last;
        if (key == null) {
          throw new IllegalStateException("remove() before next(), or twice");
        }
        last = null;
        MapView.this.remove(key);
      }
    };
  }

  private final class KeyView extends AbstractSet<K> {
    @Override
    public Iterator<K> iterator() {
      return MapView.this.iterator(Map.Entry::getKey);
    }

    @Override
    public int size() {
      return MapView.this.size();
    }

    @Override
    public boolean isEmpty() {
      return MapView.this.isEmpty();
    }

    @Override
    public boolean contains(Object key) {
      return containsKey(key);
    }

    @Override
    public boolean remove(Object key) {
      return MapView.this.remove(key) != null;
    }

    @Override
    public boolean removeAll(Collection<?> keys) {
      boolean changed = false;
      for (Object key : keys) {
        changed |= remove(key);
      }
      return changed;
    }

    @Override
    public void clear() {
      MapView.this.clear();
    }
  }

  private final class ValueView extends AbstractCollection<V> {
    @Override
    public Iterator<V> iterator() {
      return MapView.this.iterator(Map.Entry::getValue);
    }

    @Override
    public boolean removeIf(Predicate<? super V> filter) {
      Objects.requireNonNull(filter, "filter");
      return removeEntriesIf(entry -> filter.test(entry.getValue()));
    }

    @Override
    public boolean removeAll(Collection<?> values) {
      Objects.requireNonNull(values, "values");
      return removeIf(values::contains);
    }

    @Override
    public boolean retainAll(Collection<?> values) {
      Objects.requireNonNull(values, "values");
      return removeIf(value -> !values.contains(value));
    }

    @Override
    public int size() {
      return MapView.this.size();
    }

    @Override
    public boolean isEmpty() {
      return MapView.this.isEmpty();
    }

    @Override
    public void clear() {
      MapView.this.clear();
    }
  }

  private final class EntryView extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return MapView.this.iterator(WritingEntry::new);
    }

    @Override
    public boolean removeIf(Predicate<? super Map.Entry<K, V>> filter) {
      Objects.requireNonNull(filter, "filter");
      return removeEntriesIf(filter::test);
    }

    @Override
    public boolean retainAll(Collection<?> entries) {
      Objects.requireNonNull(entries, "entries");
      return removeIf(entry -> !entries.contains(entry));
    }

    @Override
    public int size() {
      return MapView.this.size();
    }

    @Override
    public boolean isEmpty() {
      return MapView.this.isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object object) {
      return object instanceof Map.Entry<?, ?> entry
          && entry.getKey() != null
          && entry.getValue() != null
          && entry.getValue().equals(MapView.this.get(entry.getKey()));
    }

    @Override
    public boolean remove(@Nullable Object object) {
      return object instanceof Map.Entry<?, ?> entry
          && entry.getKey() != null
          && MapView.this.remove(entry.getKey(), entry.getValue());
    }

    @Override
    public void clear() {
      MapView.this.clear();
    }
  }

  private final class WritingEntry extends SimpleEntry<K, V> {
    private static final long serialVersionUID = 1L;

    WritingEntry(Map.Entry<K, V> snapshot) {
      super(snapshot);
    }

    @Override
    public V setValue(V value) {
      MapView.this.put(getKey(), value);
      return super.setValue(value);
    }
  }
}
