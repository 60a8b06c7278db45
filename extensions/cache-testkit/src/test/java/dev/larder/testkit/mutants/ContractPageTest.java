package dev.larder.testkit.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.contract.Property;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/** docs/contract.md says what the tests and the mutants say. */
class ContractPageTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^### ([PX]\\d+)\\b.*$");
  private static final Pattern TESTS = Pattern.compile("(?s)\nTests: (.*?)\\.\n\n");
  private static final Pattern MUTANTS = Pattern.compile("(?s)\nMutants: (.*?)\\.\n\n");
  private static final Pattern TEST = Pattern.compile("`([^`]+)`");
  private static final Pattern MUTANT = Pattern.compile("(?s)\\*([^*]+)\\*");
  private static final String NOT_YET = "\nNot yet: ";

  /** The text of each property, by its name. */
  private static Map<String, String> page() throws IOException {
    String text = Files.readString(Path.of("../../docs/contract.md")) + "\n\n";
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher heading = HEADING.matcher(text);
    int end = text.length();
    for (boolean found = heading.find(); found; ) {
      String property = heading.group(1);
      int start = heading.end();
      found = heading.find();
      sections.put(property, text.substring(start, found ? heading.start() : end));
    }
    return sections;
  }

  private static Set<String> listed(Pattern list, Pattern item, String section) {
    Matcher matcher = list.matcher(section);
    return matcher.find()
        ? item.matcher(matcher.group(1))
            .results()
            .map(result -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  private static Map<String, Set<String>> listed(Pattern list, Pattern item) throws IOException {
    Map<String, Set<String>> byProperty = new TreeMap<>();
    page()
        .forEach(
            (property, section) -> {
              Set<String> items = listed(list, item, section);
              if (!items.isEmpty()) {
                byProperty.put(property, items);
              }
            });
    return byProperty;
  }

  private static <T> Map<String, Set<String>> grouped(
      Stream<T> items, Function<T, Stream<String>> properties, Function<T, String> name) {
    Map<String, Set<String>> byProperty = new TreeMap<>();
    items.forEach(
        item ->
            properties
                .apply(item)
                .forEach(
                    property ->
                        byProperty
                            .computeIfAbsent(property, p -> new TreeSet<>())
                            .add(name.apply(item))));
    return byProperty;
  }

  private static Stream<Method> contractTests() {
    return ReflectionSupport.findAllClassesInPackage(
            "dev.larder.testkit.contract", Class::isInterface, name -> true)
        .stream()
        .flatMap(part -> Arrays.stream(part.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Property.class));
  }

  @Test
  void page_hasEveryProperty() throws IOException {
    List<String> all =
        Stream.concat(
                IntStream.rangeClosed(1, 32).mapToObj(i -> "P" + i),
                IntStream.rangeClosed(1, 6).mapToObj(i -> "X" + i))
            .toList();
    assertThat(page().keySet()).containsExactlyInAnyOrderElementsOf(all);
    page()
        .forEach(
            (property, section) ->
                assertThat(!listed(TESTS, TEST, section).isEmpty() || section.contains(NOT_YET))
                    .as("%s has tests or says when it will have", property)
                    .isTrue());
  }

  @Test
  void page_namesTheTestsOfEachProperty() throws IOException {
    assertThat(listed(TESTS, TEST))
        .isEqualTo(
            grouped(
                contractTests(),
                method -> Arrays.stream(method.getAnnotation(Property.class).value()),
                method -> method.getDeclaringClass().getSimpleName() + "." + method.getName()));
  }

  @Test
  void page_namesTheMutantsOfEachProperty() throws IOException {
    assertThat(listed(MUTANTS, MUTANT))
        .isEqualTo(
            grouped(Mutants.ALL.stream(), mutant -> Stream.of(mutant.property()), Mutant::what));
    assertThat(listed(MUTANTS, MUTANT).keySet())
        .as("each property with tests has a mutant")
        .isEqualTo(listed(TESTS, TEST).keySet());
  }
}
