package dev.larder.cache.spi;

import dev.larder.cache.Lease;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One running load of a key together with the callers that joined it. The thread for which {@link
 * #isMine} is true runs the load and must end it with {@link #complete} or {@link #fail}, in the
 * thread that took it; the others {@link #await} its end.
 */
public interface Flight<V> {

  /** Returns true if the caller of {@link CacheSupport#flight} has to run the load. */
  boolean isMine();

  /** Returns the lease taken when the flight started; {@link #complete} publishes through it. */
  Lease<V> lease();

  /**
   * Ends the load: publishes the value if the lease is valid (null is not stored) and hands it to
   * everybody who joined. If the cache's weigher or expiry throws, the flight fails with that, and
   * it is thrown here too.
   */
  void complete(@Nullable V value);

  /** Ends the load: everybody who joined gets the failure; nothing is stored. */
  void fail(Throwable failure);

  /**
   * Waits for the end of the load, as an edge of the graph of waits.
   *
   * @return the value, or null if the source has none
   * @throws FlightFailedException if the load failed; its cause is what was given to {@link #fail}
   * @throws java.util.concurrent.CancellationException if the waiting thread is interrupted
   * @throws IllegalStateException if the wait would close a cycle
   */
  @Nullable V await();

  /**
   * Returns the end of the load as a stage; waits through it are not seen by the graph of waits.
   */
  CompletionStage<@Nullable V> result();
}
