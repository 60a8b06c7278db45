package dev.larder.cache.internal.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.cache.spi.WritePermit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a permit is held, not used
class WritePermitsTest {
  private final Scope scope =
      new Scope() {
        @Override
        public String name() {
          return "test";
        }

        @Override
        public void released() {}
      };
  private final WritePermits<String> permits = new WritePermits<>(scope);

  @Test
  void acquire_ofOneKey_isGrantedInOrderOfArrival() throws InterruptedException {
    ConcurrentLinkedQueue<Integer> order = new ConcurrentLinkedQueue<>();
    Thread[] writers = new Thread[5];
    try (WritePermit first = permits.acquire(Set.of("a"))) {
      for (int i = 0; i < writers.length; i++) {
        int number = i;
        writers[i] =
            started(
                () -> {
                  try (WritePermit mine = permits.acquire(Set.of("a"))) {
                    order.add(number);
                  }
                });
        awaitParked(writers[i]);
      }
      assertThat(order).isEmpty();
    }
    for (Thread writer : writers) {
      writer.join(TimeUnit.SECONDS.toMillis(30));
    }
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void acquire_interruptedInTheLine_letsThoseBehindKeepTheirTurn() throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch entered = new CountDownLatch(1);
    Thread behind;
    try (WritePermit first = permits.acquire(Set.of("a"))) {
      Thread leaver =
          started(
              () -> {
                try (WritePermit mine = permits.acquire(Set.of("a"))) {
                  throw new AssertionError("entered");
                } catch (Throwable e) {
                  failure.set(e);
                }
              });
      awaitParked(leaver);
      behind =
          started(
              () -> {
                try (WritePermit mine = permits.acquire(Set.of("a"))) {
                  entered.countDown();
                }
              });
      awaitParked(behind);
      leaver.interrupt();
      leaver.join(TimeUnit.SECONDS.toMillis(30));
      assertThat(failure.get())
          .isInstanceOf(CancellationException.class)
          .hasMessageContaining("the write of a in test");
      assertThat(entered.getCount()).as("the first writer is still inside").isEqualTo(1);
    }
    assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
    behind.join(TimeUnit.SECONDS.toMillis(30));
    permits.acquire(Set.of("a")).close();
  }

  @Test
  void acquire_ofOverlappingSets_neverDeadlocks() throws InterruptedException {
    List<Set<String>> sets = List.of(Set.of("a", "b"), Set.of("b", "c"), Set.of("c", "a"));
    CountDownLatch done = new CountDownLatch(sets.size());
    for (Set<String> set : sets) {
      started(
          () -> {
            for (int i = 0; i < 2000; i++) {
              permits.acquire(set).close();
            }
            done.countDown();
          });
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void acquire_insideAWrite_namesIt() {
    try (WritePermit outer = permits.acquire(Set.of("a"))) {
      assertThatThrownBy(() -> permits.acquire(Set.of("b")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("inside the write of a in test")
          .hasMessageContaining("b");
    }
    permits.acquire(Set.of("b")).close();
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void awaitParked(Thread thread) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(System.nanoTime() - deadline).as("%s must park", thread).isNegative();
      Thread.onSpinWait();
    }
  }
}
