package dev.larder.testkit.model;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheSpec;
import org.junit.jupiter.api.Test;

/**
 * The core does what the oracle does. {@code -Dlarder.model.seed} repeats the operations of another
 * run, {@code -Dlarder.model.operations} does more of them.
 */
public class CoreModelTest {

  private static <K, V> Cache<K, V> core(CacheSpec<K, V> spec) {
    return spec.toBuilder().build();
  }

  @Test
  void randomOperations_doWhatTheOracleDoes() {
    long seed = Long.getLong("larder.model.seed", System.nanoTime());
    long operations = Long.getLong("larder.model.operations", 100_000);
    System.out.println("model test: " + operations + " operations, -Dlarder.model.seed=" + seed);
    run(seed, operations);
  }

  /** For the mutants, which call it on classes of their own. */
  public static void run(long seed, long operations) {
    new ModelTest(CoreModelTest::core).run(seed, operations);
  }
}
