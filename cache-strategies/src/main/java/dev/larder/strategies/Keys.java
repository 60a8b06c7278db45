package dev.larder.strategies;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Small things that are done with several keys. */
final class Keys {
  private static final int NAMED = 10;

  private Keys() {}

  /** Returns the keys once each, in order. */
  static <K> Set<K> distinct(Iterable<? extends K> keys) {
    Set<K> distinct = new LinkedHashSet<>();
    keys.forEach(key -> distinct.add(Objects.requireNonNull(key, "key")));
    return distinct;
  }

  /** Names the keys in a message of bounded length. */
  static String named(Collection<?> keys) {
    String first =
        keys.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return keys.size() <= NAMED ? first : first + " and " + (keys.size() - NAMED) + " more";
  }
}
