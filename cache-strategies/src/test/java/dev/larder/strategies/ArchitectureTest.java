package dev.larder.strategies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/** The arrows of the house, as far as the strategies go. */
class ArchitectureTest {
  private static final JavaClasses STRATEGIES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.larder.strategies");

  @Test
  void strategies_seeThePublicCoreOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.larder.cache.internal..")
        .check(STRATEGIES);
  }

  @Test
  void strategies_haveNoLocksOfTheirOwn() {
    noClasses().should().dependOnClassesThat().areAssignableTo(Lock.class).check(STRATEGIES);
  }
}
