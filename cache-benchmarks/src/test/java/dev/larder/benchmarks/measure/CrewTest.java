package dev.larder.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrewTest {
  @Test
  void run_tasksThatMeet_returnsWhatEachReturns() {
    CountDownLatch met = new CountDownLatch(2);
    Callable<Boolean> meet =
        () -> {
          met.countDown();
          return met.await(30, TimeUnit.SECONDS);
        };

    try (Crew crew = new Crew(2)) {
      assertThat(crew.run(List.of(meet, meet))).containsExactly(true, true);
    }
  }

  @Test
  void run_failingTask_fails() {
    Callable<Void> failing =
        () -> {
          throw new IllegalStateException("misses");
        };

    try (Crew crew = new Crew(1)) {
      assertThatThrownBy(() -> crew.run(List.of(failing)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("misses");
    }
  }

  @Test
  void run_tooFewTasks_isRefused() {
    try (Crew crew = new Crew(2)) {
      assertThatThrownBy(() -> crew.run(List.<Callable<Void>>of(() -> null)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
