package dev.larder.testkit.suites;

import com.google.common.collect.testing.ConcurrentMapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.MapFeature;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import junit.framework.TestSuite;

/** Guava's test suite for concurrent maps, over the map that a supplier makes. */
record GuavaMapSuite(String name, Supplier<ConcurrentMap<String, String>> maps) {

  /** What became of a run. */
  record Outcome(int tests, String failures) {}

  Outcome run() {
    TestResult result = new TestResult();
    suite().run(result);
    String failures =
        Stream.concat(
                java.util.Collections.list(result.failures()).stream(),
                java.util.Collections.list(result.errors()).stream())
            .map(TestFailure::toString)
            .collect(Collectors.joining("\n"));
    return new Outcome(result.runCount(), failures);
  }

  private TestSuite suite() {
    return ConcurrentMapTestSuiteBuilder.using(
            new TestStringMapGenerator() {
              @Override
              protected Map<String, String> create(Map.Entry<String, String>[] entries) {
                ConcurrentMap<String, String> map = maps.get();
                for (Map.Entry<String, String> entry : entries) {
                  map.put(entry.getKey(), entry.getValue());
                }
                return map;
              }
            })
        .named(name)
        .withFeatures(
            CollectionSize.ANY,
            MapFeature.GENERAL_PURPOSE,
            MapFeature.ALLOWS_NULL_ENTRY_QUERIES,
            CollectionFeature.SUPPORTS_ITERATOR_REMOVE)
        .createTestSuite();
  }

  @Override
  public String toString() {
    return name;
  }
}
