package dev.larder.testkit.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Loads the classes of this project once more, with some of them compiled from changed sources.
 * Everything else, JUnit among it, comes from the parent.
 */
final class MutantClasses extends URLClassLoader {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  private static final List<Path> SOURCES =
      List.of(
          Path.of("../../cache-core/src/main/java"),
          Path.of("../../cache-strategies/src/main/java"));

  private MutantClasses(URL[] urls) {
    super(urls, MutantClasses.class.getClassLoader());
  }

  /** Returns the classes as they are. */
  static MutantClasses unchanged() {
    return new MutantClasses(classPath().toArray(URL[]::new));
  }

  /** Returns the classes with the mutation; what had to be compiled is in the folder. */
  static MutantClasses of(Mutant mutant, Path folder) throws IOException {
    compile(mutatedSource(mutant, folder), folder);
    return new MutantClasses(
        Stream.concat(Stream.of(url(folder)), classPath()).toArray(URL[]::new));
  }

  private static Path mutatedSource(Mutant mutant, Path folder) throws IOException {
    Path original =
        SOURCES.stream()
            .map(source -> source.resolve(mutant.file()))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() -> new AssertionError("there is no source " + mutant.file()));
    String text = Files.readString(original);
    int at = text.indexOf(mutant.from());
    assertThat(at).as("<%s> in %s", mutant.from(), mutant.file()).isNotNegative();
    assertThat(text.lastIndexOf(mutant.from())).as("<%s> occurs once", mutant.from()).isEqualTo(at);
    Path changed = folder.resolve(Objects.requireNonNull(original.getFileName()));
    return Files.writeString(changed, text.replace(mutant.from(), mutant.to()));
  }

  private static void compile(Path source, Path folder) {
    JavaCompiler compiler =
        Objects.requireNonNull(
            ToolProvider.getSystemJavaCompiler(), "no compiler: the tests need a JDK");
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-proc:none", "-nowarn", "-cp", CLASS_PATH, "-d", folder.toString());
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                options,
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
            .call();
    assertThat(compiled).as("the mutant compiles: %s", messages).isTrue();
  }

  private static Stream<URL> classPath() {
    return Arrays.stream(CLASS_PATH.split(java.io.File.pathSeparator))
        .map(entry -> url(Path.of(entry)));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no URL: " + path, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.larder.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
