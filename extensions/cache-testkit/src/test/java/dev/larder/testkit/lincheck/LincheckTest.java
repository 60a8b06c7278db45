package dev.larder.testkit.lincheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.cache.Cache;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Linearizability, by Lincheck, with one segment and with four; see {@link LeaseOperations}, {@link
 * LoadOperations} and {@link GrowthOperations}. Eviction is not an operation of any sequential
 * cache, so the bounded one has just enough room.
 */
@Tag("concurrency")
class LincheckTest {

  private static final String SEGMENTS = "dev.larder.cache.segments";

  private static Cache<Integer, Integer> core() {
    return Cache.<Integer, Integer>builder().ticker(() -> 0L).build();
  }

  private static void check(Options<?, ?> options, Class<?> operations, int segments) {
    System.setProperty(SEGMENTS, String.valueOf(segments));
    try {
      options.check(operations);
    } finally {
      System.clearProperty(SEGMENTS);
    }
  }

  private static Options<?, ?> modelChecking(Class<?> specification) {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .iterations(30)
        .invocationsPerIteration(1_000)
        .minimizeFailedScenario(false)
        .sequentialSpecification(specification);
  }

  private static Options<?, ?> stress(Class<?> specification) {
    return new StressOptions()
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .iterations(30)
        .invocationsPerIteration(2_000)
        .minimizeFailedScenario(false)
        .sequentialSpecification(specification);
  }

  /** {@link LeaseOperations} of the core. */
  public static final class CoreLeases extends LeaseOperations {
    public CoreLeases() {
      super(core());
    }
  }

  /** {@link LoadOperations} of the core. */
  public static final class CoreLoads extends LoadOperations {
    public CoreLoads() {
      super(core());
    }
  }

  /** {@link LeaseOperations} of a cache that has room for both keys and no more. */
  public static final class FullLeases extends LeaseOperations {
    public FullLeases() {
      super(Cache.<Integer, Integer>builder().maximumSize(2).build());
    }
  }

  /** {@link GrowthOperations} of a cache whose table starts with two buckets. */
  public static final class Growing extends GrowthOperations {
    public Growing() {
      super(Cache.<Integer, Integer>builder().initialCapacity(1).build());
    }
  }

  /** The control: a remove that looks first and removes then. */
  public static final class BrokenGrowing extends GrowthOperations {
    public BrokenGrowing() {
      super(Cache.<Integer, Integer>builder().initialCapacity(1).build());
    }

    @Override
    @Operation
    public Integer remove(@Param(name = "key") int key) {
      Integer before = getIfPresent(key);
      super.remove(key);
      return before;
    }
  }

  /** The control: putIfAbsent looks first and writes then. */
  public static final class BrokenLeases extends LeaseOperations {
    public BrokenLeases() {
      super(core());
    }

    @Override
    @Operation
    public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
      Integer before = getIfPresent(key);
      if (before == null) {
        put(key, value);
      }
      return before;
    }
  }

  /** The control: a load is stored whatever has happened meanwhile. */
  public static final class BrokenLoads extends LoadOperations {
    public BrokenLoads() {
      super(core());
    }

    @Override
    @Operation
    public Integer load(@Param(name = "key") int key, @Param(name = "value") int value) {
      Integer cached = getIfPresent(key);
      if (cached == null) {
        put(key, value);
      }
      return cached == null ? (Integer) value : cached;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void leases_areLinearizable_byModelChecking(int segments) {
    check(modelChecking(SequentialLeases.class), CoreLeases.class, segments);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void leases_areLinearizable_underStress(int segments) {
    check(stress(SequentialLeases.class), CoreLeases.class, segments);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void leasesOfAFullCache_areLinearizable_byModelChecking(int segments) {
    check(modelChecking(SequentialLeases.class), FullLeases.class, segments);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void loads_areLinearizable_byModelChecking(int segments) {
    check(modelChecking(SequentialLoads.class), CoreLoads.class, segments);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void loads_areLinearizable_underStress(int segments) {
    check(stress(SequentialLoads.class), CoreLoads.class, segments);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void growth_isLinearizable_byModelChecking(int segments) {
    check(modelChecking(SequentialLeases.class), Growing.class, segments);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void growth_isLinearizable_underStress(int segments) {
    check(stress(SequentialLeases.class), Growing.class, segments);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void brokenPutIfAbsent_isCaught(int segments) {
    assertThatThrownBy(
            () -> check(modelChecking(SequentialLeases.class), BrokenLeases.class, segments))
        .isInstanceOf(LincheckAssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void brokenLoad_isCaught(int segments) {
    assertThatThrownBy(
            () -> check(modelChecking(SequentialLoads.class), BrokenLoads.class, segments))
        .isInstanceOf(LincheckAssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void brokenRemove_isCaught(int segments) {
    assertThatThrownBy(
            () -> check(modelChecking(SequentialLeases.class), BrokenGrowing.class, segments))
        .isInstanceOf(LincheckAssertionError.class);
  }
}
