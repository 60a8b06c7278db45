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
import org.junit.jupiter.api.Test;

/** Linearizability, by Lincheck; see {@link LeaseOperations} and {@link LoadOperations}. */
@Tag("concurrency")
class LincheckTest {

  private static Cache<Integer, Integer> core() {
    return Cache.<Integer, Integer>builder().ticker(() -> 0L).build();
  }

  private static Options<?, ?> modelChecking(Class<?> specification) {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .iterations(60)
        .invocationsPerIteration(2_000)
        .sequentialSpecification(specification);
  }

  private static Options<?, ?> stress(Class<?> specification) {
    return new StressOptions()
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .iterations(60)
        .invocationsPerIteration(5_000)
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

  @Test
  void leases_areLinearizable_byModelChecking() {
    modelChecking(SequentialLeases.class).check(CoreLeases.class);
  }

  @Test
  void leases_areLinearizable_underStress() {
    stress(SequentialLeases.class).check(CoreLeases.class);
  }

  @Test
  void loads_areLinearizable_byModelChecking() {
    modelChecking(SequentialLoads.class).check(CoreLoads.class);
  }

  @Test
  void loads_areLinearizable_underStress() {
    stress(SequentialLoads.class).check(CoreLoads.class);
  }

  @Test
  void brokenPutIfAbsent_isCaught() {
    assertThatThrownBy(() -> modelChecking(SequentialLeases.class).check(BrokenLeases.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  @Test
  void brokenLoad_isCaught() {
    assertThatThrownBy(() -> modelChecking(SequentialLoads.class).check(BrokenLoads.class))
        .isInstanceOf(LincheckAssertionError.class);
  }
}
