package dev.larder.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Where, when and with what was measured. */
public final class Circumstances {
  private static final String UNKNOWN = "unknown";

  private Circumstances() {}

  /** Looks around. */
  public static Map<String, Object> now() {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    found.put("commit", commit());
    found.put("cpu", cpu());
    found.put("processors", Runtime.getRuntime().availableProcessors());
    found.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    found.put(
        "jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    peers().forEach((name, version) -> found.put(name.toString(), version));
    return found;
  }

  /** The build fills their versions in. */
  private static Properties peers() {
    try (InputStream stream = Circumstances.class.getResourceAsStream("peers.properties")) {
      Properties peers = new Properties();
      peers.load(Objects.requireNonNull(stream));
      return peers;
    } catch (IOException e) {
      throw new UncheckedIOException("peers.properties", e);
    }
  }

  private static String cpu() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      // Not Linux.
      return UNKNOWN;
    }
  }

  /** Of the working directory, with a mark if it has changes that were not committed. */
  private static String commit() {
    try {
      Process git =
          new ProcessBuilder(List.of("git", "describe", "--always", "--dirty", "--abbrev=12"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String commit =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      return commit.isEmpty() ? UNKNOWN : commit;
    } catch (IOException e) {
      // No git.
      return UNKNOWN;
    }
  }
}
