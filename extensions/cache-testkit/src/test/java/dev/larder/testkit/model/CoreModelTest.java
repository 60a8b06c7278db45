package dev.larder.testkit.model;

import dev.larder.cache.Cache;
import dev.larder.cache.internal.SegmentedCache;
import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.plain.PlainCaches;
import org.junit.jupiter.api.Test;

/**
 * The core and the plain cache do what the oracle does. {@code -Dlarder.model.seed} repeats the
 * operations of another run, {@code -Dlarder.model.operations} does more of them.
 */
public class CoreModelTest {
  private static final String SEGMENTS = "dev.larder.cache.segments";

  private static <K, V> Cache<K, V> core(CacheSpec<K, V> spec) {
    return spec.toBuilder().build();
  }

  private static <K, V> Cache<K, V> segmented(CacheSpec<K, V> spec) {
    System.setProperty(SEGMENTS, "4");
    try {
      return core(spec);
    } finally {
      System.clearProperty(SEGMENTS);
    }
  }

  @Test
  void randomOperations_onTheCore_doWhatTheOracleDoes() {
    run("core", CoreModelTest::core, 4);
  }

  @Test
  void randomOperations_onFourSegments_doWhatTheOracleDoes() {
    run("four segments", CoreModelTest::segmented, 2);
  }

  @Test
  void randomOperations_onThePlainCache_doWhatTheOracleDoes() {
    run("plain cache", PlainCaches::create, 4);
  }

  /** Does a part of all operations. */
  private static void run(String what, CacheFixture fixture, int part) {
    long seed = Long.getLong("larder.model.seed", System.nanoTime());
    long operations = Long.getLong("larder.model.operations", 100_000) / part;
    System.out.printf(
        "model test of the %s: %,d operations, -Dlarder.model.seed=%d%n", what, operations, seed);
    new ModelTest(fixture).validate(CoreModelTest::validate).run(seed, operations);
  }

  private static void validate(Cache<Integer, ?> cache) {
    if (cache instanceof SegmentedCache<?, ?> segmented) {
      segmented.validate();
    }
  }

  /** For the mutants, which call it on classes of their own. */
  public static void run(long seed, long operations) {
    new ModelTest(CoreModelTest::core).validate(CoreModelTest::validate).run(seed, operations);
  }
}
