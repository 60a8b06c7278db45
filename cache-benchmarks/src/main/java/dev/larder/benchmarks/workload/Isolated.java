package dev.larder.benchmarks.workload;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.LongUnaryOperator;

/**
 * A stage and its loops, loaded by a class loader of their own together with the library under
 * test: what the compiler learns of one candidate does not touch another's code. Only types of the
 * JDK are known on both sides.
 */
public final class Isolated implements AutoCloseable {
  private final URLClassLoader loader;
  private final IntFunction<LongUnaryOperator> loops;

  private Isolated(URLClassLoader loader, IntFunction<LongUnaryOperator> loops) {
    this.loader = loader;
    this.loops = loops;
  }

  /** Fills a cache in a class loader of its own. */
  public static Isolated fill(
      Candidate candidate, Feature feature, Workload workload, int maximum) {
    URL[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Isolated::url)
            .toArray(URL[]::new);
    URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    try {
      @SuppressWarnings("unchecked") // It is what loops() returns.
      IntFunction<LongUnaryOperator> loops =
          (IntFunction<LongUnaryOperator>)
              Class.forName(Isolated.class.getName(), true, loader)
                  .getMethod("loops", String.class, String.class, String.class, int.class)
                  .invoke(null, candidate.name(), feature.name(), workload.name(), maximum);
      return new Isolated(loader, loops);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot set up " + candidate.title(), e);
    }
  }

  /** Called in the other class loader, where enum constants are others. */
  public static IntFunction<LongUnaryOperator> loops(
      String candidate, String feature, String workload, int maximum) {
    Stage stage = fill(Candidate.valueOf(candidate), Feature.valueOf(feature), maximum);
    Workload chosen = Workload.valueOf(workload);
    return thread -> new Loop(chosen, stage, Stage.begin(thread, maximum));
  }

  /** cache2k finds its parts through the context class loader, and has to find its own. */
  private static Stage fill(Candidate candidate, Feature feature, int maximum) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Isolated.class.getClassLoader());
    try {
      return Stage.fill(candidate, feature, maximum);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Returns the loop of a thread, which takes nanoseconds and returns a number of operations. */
  public LongUnaryOperator loop(int thread) {
    return loops.apply(thread);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(entry, e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
