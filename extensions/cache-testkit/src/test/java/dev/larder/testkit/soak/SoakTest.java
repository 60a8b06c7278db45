package dev.larder.testkit.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Eight threads do everything a cache can do, over all configurations of {@link Phase} in turn, and
 * after each the books are checked: see {@link Audit}. {@code larder.soak.seconds} sets the length,
 * {@code larder.soak.seed} repeats the choices of a run, though not its timing.
 */
class SoakTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(1);
  private static final long SECONDS = Long.getLong("larder.soak.seconds", 60);
  private static final long SEED =
      Long.getLong("larder.soak.seed", ThreadLocalRandom.current().nextLong());

  private static void run(Phase phase, Duration length, long seed) throws InterruptedException {
    assertThat(new SoakRun(phase).run(length, seed)).as("%s, seed %d", phase, seed).isEmpty();
  }

  private static boolean isSoakThread(Thread thread) {
    return thread.getName().startsWith("soak-") || thread.getName().equals("larder-expiry");
  }

  private static void assertNoThreadIsLeft() {
    long start = System.nanoTime();
    while (threads().stream().anyMatch(SoakTest::isSoakThread)
        && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
      System.gc(); // caches of other tests keep their reporter until they are collected
    }
    assertThat(threads()).noneMatch(SoakTest::isSoakThread);
  }

  private static List<Thread> threads() {
    return List.copyOf(Thread.getAllStackTraces().keySet());
  }

  @Test
  void booksBalance() throws InterruptedException {
    for (Phase phase : Phase.rotation()) {
      run(phase, SHORT, SEED);
    }
    assertNoThreadIsLeft();
  }

  @Test
  @Tag("concurrency")
  void booksBalance_forALongTime() throws InterruptedException {
    List<Phase> phases = Phase.rotation();
    long start = System.nanoTime();
    for (int i = 0; System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS); i++) {
      run(phases.get(i % phases.size()), LONG, SEED + i / phases.size());
    }
    assertNoThreadIsLeft();
  }
}
