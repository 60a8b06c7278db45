package dev.larder.examples;

import java.util.List;
import java.util.regex.Pattern;

/** The links of a Markdown page. */
final class MarkdownLinks {
  private static final Pattern TARGET = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)\\s]*)?\\)");

  private MarkdownLinks() {}

  /** Returns the targets inside this repository, without their anchors. */
  static List<String> relative(String page) {
    return TARGET
        .matcher(page)
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains(":"))
        .toList();
  }
}
