package dev.larder.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the pages to what they show: Java that compiles, links that lead somewhere. */
class DocsTest {
  private static final Path ROOT = Path.of("../..");

  @ParameterizedTest
  @MethodSource("pages")
  void page_itsJava_compiles(Path page) throws IOException {
    for (Snippet snippet : Snippet.of(Files.readString(page))) {
      assertThat(snippet.errors()).as("%s:%n%s", page, snippet.code()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_itsRelativeLinks_leadToFiles(Path page) throws IOException {
    for (String target : MarkdownLinks.relative(Files.readString(page))) {
      assertThat(page.resolveSibling(target)).as("%s links to %s", page, target).exists();
    }
  }

  @Test
  void pages_found_includeTheReadme() throws IOException {
    assertThat(pages()).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/architecture.md"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package a.b; public class C {}",
        "import java.util.List;\n\npublic class C { List<Product> all; }",
        "import java.util.List;\nList<Product> all() { return List.of(); }",
        "Product first = Product.numbered(1);\nThread.sleep(1);",
      })
  void snippet_eachForm_compiles(String code) {
    assertThat(Snippet.of("text\n```java\n" + code + "\n```\n"))
        .singleElement()
        .extracting(Snippet::errors)
        .isEqualTo(List.of());
  }

  @Test
  void snippet_wrongCall_isAnError() {
    assertThat(new Snippet("int price = Product.numbered(1).prize();").errors())
        .singleElement()
        .asString()
        .startsWith("line 1: cannot find symbol");
  }

  @Test
  void snippets_ofPageWithIndentedAndForeignBlocks_areTheJavaOnes() {
    String page = "```sh\nmvn\n```\n- item\n  ```java\n  int i;\n  ```\n";

    assertThat(Snippet.of(page)).containsExactly(new Snippet("int i;\n"));
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> root = Files.list(ROOT)) {
      return Stream.concat(docs, root)
          .filter(path -> path.toString().endsWith(".md"))
          .filter(path -> !path.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
