package dev.larder.testkit.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The contract tests can fail: each seeded violation turns its test red, and only that does. */
class MutantsTest {

  static List<Mutant> mutants() {
    return Mutants.ALL;
  }

  static Stream<String> killers() {
    return Mutants.ALL.stream().map(Mutant::killer).distinct();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void mutant_turnsItsTestRed(Mutant mutant, @TempDir Path folder) throws Exception {
    assertThat(MutantRun.properties(mutant.killer())).contains(mutant.property());
    try (MutantClasses classes = MutantClasses.of(mutant, folder)) {
      TestExecutionSummary summary = MutantRun.run(classes, mutant.killer());
      assertThat(summary.getTestsStartedCount()).isPositive();
      assertThat(summary.getTestsFailedCount()).as("red tests of %s", mutant).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("killers")
  void withoutAMutation_theSameTestIsGreen(String killer) throws Exception {
    try (MutantClasses classes = MutantClasses.unchanged()) {
      TestExecutionSummary summary = MutantRun.run(classes, killer);
      assertThat(summary.getTestsSucceededCount()).isPositive();
      assertThat(summary.getFailures()).isEmpty();
    }
  }
}
