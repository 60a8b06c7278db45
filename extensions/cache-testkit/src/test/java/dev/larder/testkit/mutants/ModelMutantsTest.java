package dev.larder.testkit.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model test too finds violations of the core, those that one thread can see. */
class ModelMutantsTest {
  private static final long SEED = 1;
  private static final long ENOUGH = 200_000;

  private static final List<String> SEEN_BY_ONE_THREAD =
      List.of(
          "put voids no leases",
          "resize voids leases",
          "an absence outlives a mutation",
          "an overwritten value keeps its deadline",
          "listeners are told in the wrong order",
          "clear misses the leases of absent keys",
          "replacing evicts a neighbour",
          "compute is not exclusive",
          "jitter lengthens");

  static Stream<Mutant> mutants() {
    return SEEN_BY_ONE_THREAD.stream()
        .map(
            what ->
                Mutants.ALL.stream()
                    .filter(mutant -> mutant.what().equals(what))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no mutant " + what)));
  }

  private static void run(MutantClasses classes, long operations) throws Throwable {
    Method run =
        classes
            .loadClass("dev.larder.testkit.model.CoreModelTest")
            .getMethod("run", long.class, long.class);
    try {
      run.invoke(null, SEED, operations);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void mutant_isFound(Mutant mutant, @TempDir Path folder) throws Exception {
    try (MutantClasses classes = MutantClasses.of(mutant, folder)) {
      assertThat(catchThrowable(() -> run(classes, ENOUGH)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("shortest failing prefix:")
          .hasMessageContaining("seed: ");
    }
  }

  @Test
  void withoutAMutation_nothingIsFound() throws Exception {
    try (MutantClasses classes = MutantClasses.unchanged()) {
      assertThatCode(() -> run(classes, 20_000)).doesNotThrowAnyException();
    }
  }
}
