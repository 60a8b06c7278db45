package dev.larder.strategies;

import dev.larder.strategies.CacheWriteException.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bulk write by single ones, for sources that have nothing better. */
final class OneByOne {
  private OneByOne() {}

  /** One write at the source. */
  @FunctionalInterface
  interface Call<E> {
    void on(E item) throws Exception;
  }

  /**
   * Goes on after a rejection; stops at any other failure, what is left then counts as rejected.
   */
  static <E> void run(
      Iterable<? extends E> items, Function<? super E, ?> keyOf, Call<? super E> call) {
    Map<Object, Outcome> outcomes = new LinkedHashMap<>();
    Exception failure = null;
    boolean stopped = false;
    for (E item : items) {
      Object key = Objects.requireNonNull(keyOf.apply(item), "key");
      Exception thrown = stopped ? null : thrownBy(call, item);
      Outcome outcome = stopped ? Outcome.REJECTED : outcome(thrown);
      outcomes.put(key, outcome);
      stopped |= outcome == Outcome.UNKNOWN;
      failure = failure == null ? thrown : failure;
    }
    if (failure != null) {
      throw new CacheWriteException(outcomes, failure);
    }
  }

  private static <E> @Nullable Exception thrownBy(Call<? super E> call, E item) {
    try {
      call.on(item);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    } catch (Exception e) {
      return e;
    }
  }

  private static Outcome outcome(@Nullable Exception thrown) {
    if (thrown == null) {
      return Outcome.WRITTEN;
    }
    return thrown instanceof WriteRejectedException ? Outcome.REJECTED : Outcome.UNKNOWN;
  }
}
