package dev.larder.cache;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.larder.cache.internal.PublicCacheSupport;
import dev.larder.cache.spi.CacheSupport;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/** The arrows of the house, inside the core. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.larder.cache");

  @Test
  void api_doesNotSeeTheImplementation_butForTheBuilder() {
    noClasses()
        .that()
        .resideInAPackage("dev.larder.cache")
        .and()
        .doNotHaveSimpleName("CacheBuilder")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.larder.cache.internal..")
        .check(CORE);
  }

  @Test
  void spi_doesNotSeeTheImplementation_butForOneFactory() {
    noClasses()
        .that()
        .resideInAPackage("dev.larder.cache.spi")
        .and()
        .doNotBelongToAnyOf(CacheSupport.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.larder.cache.internal..")
        .check(CORE);
    noClasses()
        .that()
        .belongToAnyOf(CacheSupport.class)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.larder.cache.internal..")
                .and(
                    not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                            PublicCacheSupport.class))))
        .check(CORE);
  }

  @Test
  void flights_knowNeitherEntriesNorTables() {
    classes()
        .that()
        .resideInAPackage("dev.larder.cache.internal.flight")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.larder.cache",
            "dev.larder.cache.spi",
            "dev.larder.cache.internal.flight",
            "java..",
            "org.jspecify.annotations",
            "com.google.errorprone.annotations..")
        .check(CORE);
  }

  @Test
  void implementation_packagesFormNoCycle() {
    slices().matching("dev.larder.cache.internal.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void locks_areTouchedOnlyWhereStateLives() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Segment")
        .and()
        .haveSimpleNameNotEndingWith("ExpiryReporter")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Lock.class)
        .check(CORE);
  }
}
