package dev.larder.cache.internal;

import dev.larder.cache.internal.flight.Mark;
import dev.larder.cache.internal.flight.Waits;
import dev.larder.cache.internal.node.Draft;
import dev.larder.cache.internal.node.Node;
import dev.larder.cache.internal.segment.Reservation;
import dev.larder.cache.internal.segment.Segment;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Computes of a {@link SegmentedCache}: one step that marks the key, the function with no lock
 * held, one step that stores its result.
 */
final class Computes<K, V> {
  private final SegmentedCache<K, V> cache;
  private final Segments<K, V> segments;
  private final Drafts<K, V> drafts;

  Computes(SegmentedCache<K, V> cache, Segments<K, V> segments, Drafts<K, V> drafts) {
    this.cache = cache;
    this.segments = segments;
    this.drafts = drafts;
  }

  /** See MapOperations.compute. */
  @Nullable V compute(
      K key,
      Predicate<@Nullable V> condition,
      BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    int hash = segments.hash(key);
    Segment<K, V> segment = segments.of(hash);
    for (; ; ) {
      Object result = segment.beginCompute(key, hash, cache, condition, cache.operationTime());
      cache.deliver();
      if (result instanceof Mark mark) {
        Waits.await(mark);
      } else if (result instanceof Segment.Begun<?>) {
        @SuppressWarnings("unchecked") // the segment's own
        Segment.Begun<V> begun = (Segment.Begun<V>) result;
        return compute(key, segment, hash, begun, function);
      } else {
        @SuppressWarnings("unchecked") // nothing else is left
        V current = (V) result;
        return current;
      }
    }
  }

  private @Nullable V compute(
      K key,
      Segment<K, V> segment,
      int hash,
      Segment.Begun<V> begun,
      BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    try {
      V next = function.apply(key, begun.value());
      conclude(key, segment, hash, begun.mark(), next);
      return next;
    } finally {
      segment.endCompute(key);
      begun.mark().end();
    }
  }

  /** Stores what the function made of the key, in the place of the value there is by now. */
  private void conclude(K key, Segment<K, V> segment, int hash, Mark mark, @Nullable V next) {
    Reservation reservation = null;
    try {
      for (; ; ) {
        long now = cache.operationTime();
        Node<K, V> live = drafts.dependOnCurrent() ? cache.peekLiveOrClosed(key, now) : null;
        Object seen = drafts.dependOnCurrent() ? live : Segment.any();
        Draft draft =
            next == null ? null : drafts.configured(key, next, SegmentedCache.remaining(live, now));
        Object result = segment.conclude(key, hash, mark, next, draft, seen, now, reservation);
        while (result instanceof Reservation needed) {
          reservation = segments.complete(needed, segment, now);
          result = segment.conclude(key, hash, mark, next, draft, seen, now, reservation);
        }
        if (result != Segment.Verdict.STALE) {
          return;
        }
      }
    } finally {
      cache.finish(reservation);
    }
  }
}
