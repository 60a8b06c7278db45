package dev.larder.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickStartTest {
  @Test
  void lazyLoading_run_printsTheValueTwice() {
    assertThat(outputOf(QuickStartLazyLoading::main)).containsExactly("product 42", "product 42");
  }

  @Test
  void writeThrough_run_hasTheNewValueInCacheAndTable() {
    assertThat(outputOf(QuickStartWriteThrough::main)).containsExactly("125 = 125");
  }

  @ParameterizedTest
  @ValueSource(classes = {QuickStartLazyLoading.class, QuickStartWriteThrough.class})
  void readme_quickStart_isTheFileBelowItsPackage(Class<?> quickStart) throws IOException {
    String file =
        Files.readString(
            Path.of("src/main/java", quickStart.getName().replace('.', '/') + ".java"));

    assertThat(Files.readString(Path.of("../../README.md")))
        .contains("```java\n" + file.substring(file.indexOf("import ")) + "```\n");
  }

  private static String[] outputOf(Consumer<String[]> main) {
    PrintStream console = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, UTF_8));
    try {
      main.accept(new String[0]);
    } finally {
      System.setOut(console);
    }
    return output.toString(UTF_8).lines().toArray(String[]::new);
  }
}
