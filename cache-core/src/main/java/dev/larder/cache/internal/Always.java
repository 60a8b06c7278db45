package dev.larder.cache.internal;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The condition of an operation without one, known by its identity. */
enum Always implements Predicate<@Nullable Object> {
  INSTANCE;

  @Override
  public boolean test(@Nullable Object current) {
    return true;
  }

  @SuppressWarnings("unchecked") // it looks at nothing
  static <V> Predicate<@Nullable V> always() {
    return (Predicate<@Nullable V>) (Predicate<?>) INSTANCE;
  }
}
