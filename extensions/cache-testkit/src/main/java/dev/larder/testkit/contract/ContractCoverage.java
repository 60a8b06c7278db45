package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Finds the caches of a project that no {@link CacheContract} tests. A module that has caches keeps
 * a test which says that there are none.
 */
public final class ContractCoverage {
  private ContractCoverage() {}

  /**
   * Returns the concrete classes below the package, test classes excluded, that implement {@link
   * Cache}.
   */
  public static List<Class<?>> cachesBelow(String basePackage) {
    return ReflectionSupport.findAllClassesInPackage(
        basePackage,
        type -> Cache.class.isAssignableFrom(type) && isConcrete(type) && !isTest(type),
        name -> true);
  }

  /** Returns the concrete subclasses of {@link CacheContract} below the package. */
  public static List<Class<?>> contractTestsBelow(String basePackage) {
    return ReflectionSupport.findAllClassesInPackage(
        basePackage,
        type -> CacheContract.class.isAssignableFrom(type) && isConcrete(type),
        name -> true);
  }

  /** Returns those of the caches that none of the contract tests makes. */
  public static List<Class<?>> uncovered(List<Class<?>> caches, List<Class<?>> contractTests) {
    Set<Class<?>> covered = new HashSet<>();
    for (Class<?> contractTest : contractTests) {
      CacheContract contract = (CacheContract) instance(contractTest);
      try (Cache<String, String> cache = contract.create()) {
        covered.add(cache.getClass());
      }
    }
    List<Class<?>> uncovered = new ArrayList<>(caches);
    uncovered.removeAll(covered);
    return uncovered;
  }

  private static boolean isConcrete(Class<?> type) {
    return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
  }

  private static boolean isTest(Class<?> type) {
    return type.getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .getPath()
        .contains("test-classes");
  }

  /** Makes a test class, and the ones around it if it is nested. */
  private static Object instance(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null || Modifier.isStatic(type.getModifiers())
        ? ReflectionSupport.newInstance(type)
        : ReflectionSupport.newInstance(type, instance(outer));
  }
}
