package dev.larder.testkit;

import dev.larder.strategies.WriteRejectedException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What happens to one call of a {@link FaultyDataSource}; see also {@link Gate}. */
@FunctionalInterface
public interface Fault {

  /** Makes the call, or does not. */
  @Nullable Object around(Callable<?> call) throws Exception;

  /** Fails before the source does anything. */
  static Fault failing(Exception failure) {
    return call -> {
      throw failure;
    };
  }

  /** Lets the source do its work, then fails: to the caller the outcome is unknown. */
  static Fault failingAfter(Exception failure) {
    return call -> {
      call.call();
      throw failure;
    };
  }

  /** Rejects a write: the source did certainly nothing. */
  static Fault rejecting() {
    return failing(new WriteRejectedException("rejected by the test"));
  }
}
