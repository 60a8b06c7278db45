package dev.larder.testkit.mutants;

import dev.larder.testkit.contract.Property;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs one test of a contract over the classes of a mutant. */
final class MutantRun {
  private static final String CONTRACTS = "dev.larder.testkit.contract.";
  private static final String PATIENCE = "larder.testkit.patienceMillis";

  private MutantRun() {}

  /** Returns how the test ends. */
  static TestExecutionSummary run(MutantClasses classes, String killer) throws Exception {
    Class<?> contract = classes.loadClass(className(killer));
    DiscoverySelector selector =
        DiscoverySelectors.selectMethod(contract, method(contract, killer));
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selector)
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    System.setProperty(PATIENCE, "1500");
    try {
      LauncherFactory.create().execute(request, listener);
    } finally {
      System.clearProperty(PATIENCE);
      thread.setContextClassLoader(before);
    }
    return listener.getSummary();
  }

  /** Returns the properties that a test claims to show. */
  static List<String> properties(String killer) throws Exception {
    Class<?> contract = Class.forName(className(killer));
    Property property = method(contract, killer).getAnnotation(Property.class);
    return property == null ? List.of() : List.of(property.value());
  }

  private static String className(String killer) {
    return CONTRACTS + killer.substring(0, killer.indexOf('#'));
  }

  private static Method method(Class<?> contract, String killer) {
    String name = killer.substring(killer.indexOf('#') + 1);
    return Arrays.stream(contract.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no test " + killer));
  }
}
