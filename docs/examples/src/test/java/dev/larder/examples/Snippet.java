package dev.larder.examples;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A {@code ```java} block of a Markdown page. It has to be a compilation unit, members of a class,
 * or statements of a method that may throw; each may begin with imports. It stands in this package
 * and so sees {@link Product} and {@link ProductRepository}.
 */
record Snippet(String code) {
  private static final String HERE = "package dev.larder.examples; ";
  private static final Pattern BLOCK =
      Pattern.compile("^([ \\t]*)```java\\b.*\\R((?s:.*?))^\\1```[ \\t]*$", Pattern.MULTILINE);
  private static final Pattern IMPORT = Pattern.compile("^import [^;]+;", Pattern.MULTILINE);

  /** Returns the blocks of a page. */
  static List<Snippet> of(String page) {
    List<Snippet> snippets = new ArrayList<>();
    for (Matcher block = BLOCK.matcher(page); block.find(); ) {
      snippets.add(new Snippet(block.group(2).replaceAll("(?m)^" + block.group(1), "")));
    }
    return snippets;
  }

  /** Returns the compiler's errors: none if it compiles in one of the three forms. */
  List<String> errors() {
    Matcher imports = IMPORT.matcher(code);
    String head = imports.results().map(MatchResult::group).collect(Collectors.joining());
    String body = imports.replaceAll("");
    List<Compilation> forms =
        Stream.of(
                code,
                head + " class Snippet1 {" + body + "\n}",
                head + " class Snippet1 { void run() throws Exception {" + body + "\n}}")
            .map(Compilation::of)
            .toList();
    if (forms.stream().anyMatch(form -> form.errors.isEmpty())) {
      return List.of();
    }
    return forms.stream().filter(Compilation::parses).findFirst().orElse(forms.get(2)).errors;
  }

  private record Compilation(boolean parses, List<String> errors) {

    static Compilation of(String unit) {
      DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
      JavacTask task =
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(
                      null,
                      null,
                      problems,
                      List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                      null,
                      List.of(new Source(unit.startsWith("package ") ? unit : HERE + unit)));
      try {
        task.parse();
        boolean parses = errors(problems).isEmpty();
        task.analyze();
        return new Compilation(parses, errors(problems));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<String> errors(DiagnosticCollector<JavaFileObject> problems) {
      return problems.getDiagnostics().stream()
          .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
          .map(
              problem -> "line " + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT))
          .toList();
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Snippet1.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true; // a page may show any public class
    }
  }
}
