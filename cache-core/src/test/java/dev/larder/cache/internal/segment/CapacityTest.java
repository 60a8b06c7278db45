package dev.larder.cache.internal.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final long NEVER = Long.MAX_VALUE;

  @Test
  void onlyWhatIsFree_isTaken() {
    Capacity capacity = new Capacity(10, true, 1);

    assertThat(capacity.take(7)).isEqualTo(7);
    assertThat(capacity.take(7)).isEqualTo(3);
    assertThat(capacity.take(1)).isZero();
    assertThat(capacity.held()).isEqualTo(10);
    capacity.release(4);
    assertThat(capacity.take(9)).isEqualTo(4);
  }

  @Test
  void nothingIsTaken_whileMoreIsHeldThanTheMaximum() {
    Capacity capacity = new Capacity(10, true, 1);
    capacity.take(10);

    capacity.maximum(5);

    assertThat(capacity.take(1)).isZero();
    assertThat(capacity.held()).isEqualTo(10);
    capacity.release(6);
    assertThat(capacity.take(3)).isEqualTo(1);
  }

  @Test
  void withoutAMaximum_allIsTaken() {
    Capacity capacity = new Capacity(NEVER, false, 1);

    assertThat(capacity.take(NEVER)).isEqualTo(NEVER);
    assertThat(capacity.take(1)).isEqualTo(1);
  }

  @Test
  void fairShare_isThreeQuartersOfAnEvenOne() {
    Capacity capacity = new Capacity(400, true, 4);

    assertThat(capacity.isFairShare(74)).isFalse();
    assertThat(capacity.isFairShare(75)).isTrue();
  }

  @Test
  void oneSegment_hasAlwaysItsShare() {
    assertThat(new Capacity(400, true, 1).isFairShare(0)).isTrue();
  }

  @Test
  void nextDeadline_isTheEarliestNoted() {
    Capacity capacity = new Capacity(1, true, 1);
    assertThat(capacity.mayHaveExpired(NEVER - 1)).isFalse();

    capacity.expiresAt(20);
    capacity.expiresAt(10);
    capacity.expiresAt(30);

    assertThat(capacity.mayHaveExpired(9)).isFalse();
    assertThat(capacity.mayHaveExpired(10)).isTrue();
    capacity.forgetDeadlines();
    assertThat(capacity.mayHaveExpired(10)).isFalse();
  }

  @Test
  void reservation_givesBackWhatItHolds_once() {
    Capacity capacity = new Capacity(10, true, 1);
    Reservation reservation = new Reservation(capacity).with(5, capacity.take(2));
    assertThat(reservation.isComplete()).isFalse();
    assertThat(capacity.take(3)).isEqualTo(3);
    reservation.add(3);
    assertThat(reservation.isComplete()).isTrue();

    Reservation.giveBack(reservation);
    Reservation.giveBack(reservation);

    assertThat(capacity.held()).isZero();
  }

  @Test
  void manyThreads_neverHoldMoreThanTheMaximum() throws InterruptedException {
    Capacity capacity = new Capacity(7, true, 1);
    AtomicLong above = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      int wanted = i;
      threads.add(
          new Thread(
              () -> {
                for (int n = 0; n < 100_000; n++) {
                  long taken = capacity.take(wanted);
                  above.addAndGet(capacity.held() > 7 ? 1 : 0);
                  capacity.release(taken);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(above).hasValue(0);
    assertThat(capacity.held()).isZero();
  }
}
