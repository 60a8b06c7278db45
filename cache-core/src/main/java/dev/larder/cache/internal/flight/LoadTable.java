package dev.larder.cache.internal.flight;

import org.jspecify.annotations.Nullable;

/**
 * The loads of a segment that run and may be joined: a hash table in which a load is its own link.
 * A mutation takes the load of its key out and voids it, which detaches it at the same instant.
 * Every call is made under the segment's lock.
 */
public final class LoadTable<K, V> {
  private static final int INITIAL_LENGTH = 8;

  private @Nullable Load<K, V>[] heads = array(INITIAL_LENGTH);
  private int size;

  /** Creates an empty table. */
  public LoadTable() {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <K, V> @Nullable Load<K, V>[] array(int length) {
    return new Load[length];
  }

  /** Returns the load of a key, or null. */
  public @Nullable Load<K, V> find(K key, int hash) {
    Load<K, V> load = heads[index(hash)];
    while (load != null && !(load.hash() == hash && load.loadedKey().equals(key))) {
      load = load.next;
    }
    return load;
  }

  /** Adds a load of a key that has none. */
  public void add(Load<K, V> load) {
    if (size == heads.length) {
      grow();
    }
    link(load);
    size++;
  }

  private void grow() {
    @Nullable Load<K, V>[] old = heads;
    heads = array(2 * old.length);
    for (Load<K, V> head : old) {
      for (Load<K, V> load = head; load != null; ) {
        Load<K, V> rest = load.next;
        link(load);
        load = rest;
      }
    }
  }

  private void link(Load<K, V> load) {
    int index = index(load.hash());
    load.next = heads[index];
    heads[index] = load;
  }

  /** Voids the load of a key, if there is one. */
  public void voidLoad(K key, int hash) {
    Load<K, V> load = size == 0 ? null : find(key, hash);
    if (load != null) {
      remove(load);
    }
  }

  /** Takes a load out, unless it was already, and voids it. */
  public void remove(Load<K, V> load) {
    if (load.isVoid()) {
      return;
    }
    load.makeVoid();
    size--;
    int index = index(load.hash());
    Load<K, V> before = null;
    for (Load<K, V> one = heads[index]; one != load && one != null; one = one.next) {
      before = one;
    }
    if (before == null) {
      heads[index] = load.next;
    } else {
      before.next = load.next;
    }
    load.next = null;
  }

  /** Voids all loads. */
  public void voidAll() {
    for (Load<K, V> head : heads) {
      for (Load<K, V> load = head; load != null; load = load.next) {
        load.makeVoid();
      }
    }
    heads = array(INITIAL_LENGTH);
    size = 0;
  }

  /** Returns the number of loads. */
  public int size() {
    return size;
  }

  /** The low bits are the segment's, and the same for all of its keys. */
  private int index(int hash) {
    return ((hash * 0x9E3779B1) >>> 16) & (heads.length - 1);
  }
}
