package dev.larder.testkit.plain;

import dev.larder.cache.RemovalCause;

/** Is told of each entry that left the store, inside the critical section. */
@FunctionalInterface
interface Departures<K, V> {
  void left(Entry<K, V> entry, RemovalCause cause);
}
