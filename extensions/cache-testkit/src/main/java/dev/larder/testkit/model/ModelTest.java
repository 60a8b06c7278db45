package dev.larder.testkit.model;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheFixture;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A model test: seeded random operations by one thread on the caches that a fixture makes, each
 * compared with an oracle, over all combinations of bound, expiry, jitter, retention, listener and
 * statistics and over maxima from zero to more than is ever stored. Compared are results and
 * exceptions, entries with value, weight, age and deadline, size and weight, leases, statistics and
 * what the removal listener is told, per key in order.
 *
 * <p>Nothing is assumed of the policy but that it evicts only what the bound needs, expired entries
 * first and entries without weight never; nor of when expired entries are reclaimed, nor of the
 * order of notifications across keys. The cache needs everything that {@link
 * dev.larder.testkit.Feature} lists for the cache of the core.
 *
 * <pre>{@code
 * long seed = System.nanoTime();
 * new ModelTest(fixture).run(seed, 1_000_000);
 * }</pre>
 *
 * A failure names configuration, seed and the shortest failing prefix of operations; {@link #rerun}
 * repeats it. Instances are not safe for use by many threads. Null arguments throw {@link
 * NullPointerException}.
 */
public final class ModelTest {
  /** Short, so that a failing run is short; long enough to fill and resize a cache. */
  private static final int OPERATIONS_PER_RUN = 400;

  /** Jitter draws its own numbers, so that the same operations may need luck to fail again. */
  private static final int ATTEMPTS = 50;

  private final CacheFixture fixture;
  private Consumer<? super Cache<Integer, ?>> validate = cache -> {};

  /** Creates a model test of the caches that the fixture makes. */
  public ModelTest(CacheFixture fixture) {
    this.fixture = Objects.requireNonNull(fixture, "fixture");
  }

  /** Calls a check of the cache's own invariants after each operation; it must change nothing. */
  public ModelTest validate(Consumer<? super Cache<Integer, ?>> check) {
    validate = Objects.requireNonNull(check, "check");
    return this;
  }

  /**
   * Does that many operations or a few more, in short runs that take turns at the combinations.
   *
   * @param seed any number; the same one gives the same operations
   * @throws AssertionError if the cache does not do what it should
   * @throws IllegalArgumentException if operations is not positive
   */
  public void run(long seed, long operations) {
    if (operations <= 0) {
      throw new IllegalArgumentException("operations must be positive, but is " + operations);
    }
    long runs = (operations + OPERATIONS_PER_RUN - 1) / OPERATIONS_PER_RUN;
    for (long n = 0; n < runs; n++) {
      attempt(ModelRun.seed(seed, n), OPERATIONS_PER_RUN);
    }
  }

  /**
   * Repeats a run that failed.
   *
   * @param seed the seed of the run, as the failure names it
   * @param operations the number of operations, as the failure names it
   * @throws AssertionError if the cache does not do what it should
   * @throws IllegalArgumentException if operations is not positive
   */
  public void rerun(long seed, int operations) {
    if (operations <= 0) {
      throw new IllegalArgumentException("operations must be positive, but is " + operations);
    }
    attempt(seed, operations);
  }

  private void attempt(long seed, int operations) {
    ModelRun run = new ModelRun(fixture, validate, seed, false);
    Throwable failure = failure(run, operations, false);
    if (failure != null) {
      throw shortest(run, seed, failure);
    }
  }

  private static @Nullable Throwable failure(ModelRun run, int operations, boolean thorough) {
    try {
      run.run(operations, thorough);
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  /**
   * Repeats the run, looking at everything after each step: the first step to differ is the last.
   */
  private AssertionError shortest(ModelRun failed, long seed, Throwable failure) {
    for (int i = 0; i < ATTEMPTS; i++) {
      ModelRun run = new ModelRun(fixture, validate, seed, true);
      Throwable again = failure(run, failed.step(), true);
      if (again != null) {
        return error(run, seed, "shortest failing prefix:\n" + run.trace(), again);
      }
    }
    return error(failed, seed, "it did not fail again in " + ATTEMPTS + " repetitions", failure);
  }

  private static AssertionError error(ModelRun run, long seed, String operations, Throwable cause) {
    return new AssertionError(
        String.join(
            "\n",
            "the cache differs from its model: " + cause,
            "configuration: " + run,
            "seed: " + seed + ", operations: " + run.step(),
            "to repeat: new ModelTest(fixture).rerun(" + seed + "L, " + run.step() + ")",
            operations),
        cause);
  }
}
