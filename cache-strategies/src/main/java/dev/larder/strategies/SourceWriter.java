package dev.larder.strategies;

import dev.larder.cache.Cache;
import dev.larder.strategies.CacheWriteException.Outcome;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes at the source, then settles each key in the cache by what has become of it. The caller
 * holds the permit of all keys.
 */
final class SourceWriter<K> {
  private final Cache<K, ?> cache;
  private final Predicate<? super Throwable> rejectedWhen;
  private final UnknownOutcome onUnknownOutcome;

  SourceWriter(
      Cache<K, ?> cache,
      Predicate<? super Throwable> rejectedWhen,
      UnknownOutcome onUnknownOutcome) {
    this.cache = cache;
    this.rejectedWhen = rejectedWhen;
    this.onUnknownOutcome = onUnknownOutcome;
  }

  /** A call that writes at the source. */
  @FunctionalInterface
  interface Call {
    void run() throws Exception;
  }

  /**
   * Writes.
   *
   * @param onWritten brings a written key into the cache
   */
  void write(Set<K> keys, Call call, Consumer<? super K> onWritten) {
    if (keys.isEmpty()) {
      return;
    }
    CacheWriteException failure = null;
    try {
      call.run();
    } catch (Exception e) {
      failure = failure(keys, e);
    } catch (Error e) {
      keys.forEach(key -> settle(key, Outcome.UNKNOWN, onWritten));
      throw e;
    }
    RuntimeException first = settleAll(keys, failure, onWritten);
    if (first != null) {
      throw first;
    }
  }

  private CacheWriteException failure(Set<K> keys, Exception thrown) {
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (thrown instanceof CacheWriteException reported) {
      return reported;
    }
    return CacheWriteException.all(
        keys, isRejection(thrown) ? Outcome.REJECTED : Outcome.UNKNOWN, thrown);
  }

  private boolean isRejection(Exception thrown) {
    if (thrown instanceof WriteRejectedException) {
      return true;
    }
    try {
      return rejectedWhen.test(thrown);
    } catch (RuntimeException e) {
      thrown.addSuppressed(e);
      return false;
    }
  }

  /** Settles each key, and returns what to throw: the source's failure, else the cache's first. */
  private @Nullable RuntimeException settleAll(
      Set<K> keys, @Nullable CacheWriteException failure, Consumer<? super K> onWritten) {
    RuntimeException first = failure;
    for (K key : keys) {
      try {
        settle(key, failure == null ? Outcome.WRITTEN : failure.outcomeOf(key), onWritten);
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    return first;
  }

  private void settle(K key, Outcome outcome, Consumer<? super K> onWritten) {
    switch (outcome) {
      case WRITTEN -> bringIn(key, onWritten);
      case REJECTED -> {}
      case UNKNOWN -> {
        if (onUnknownOutcome == UnknownOutcome.INVALIDATE) {
          invalidateUnlessClosed(key);
        }
      }
    }
  }

  /** If the cache refuses the value, it must not keep the old one. */
  private void bringIn(K key, Consumer<? super K> onWritten) {
    try {
      onWritten.accept(key);
    } catch (RuntimeException | Error e) {
      if (invalidateUnlessClosed(key)) {
        throw e;
      }
    }
  }

  /** Returns false if the cache was closed meanwhile; then there is nothing left to settle. */
  private boolean invalidateUnlessClosed(K key) {
    try {
      cache.invalidate(key);
      return true;
    } catch (IllegalStateException closed) {
      return false;
    }
  }
}
