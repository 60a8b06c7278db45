package dev.larder.cache.internal.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LeaseTableTest {
  private final LeaseTable<String> table = new LeaseTable<>();

  @Test
  void take_sinceTheLastMutation_sharesOneToken() {
    LeaseTable.Token first = table.take("a");
    assertThat(table.take("a")).isSameAs(first);
    table.voidLeases("a");
    assertThat(first.isVoid()).isTrue();
    assertThat(table.take("a")).isNotSameAs(first);
  }

  @Test
  void giveBack_ofTheLast_forgetsTheKey() {
    LeaseTable.Token token = table.take("a");
    table.take("a");
    table.giveBack("a", token);
    assertThat(table.size()).isEqualTo(1);
    table.giveBack("a", token);
    assertThat(table.size()).isZero();
  }

  @Test
  void giveBack_ofAVoidToken_leavesTheNextOneAlone() {
    LeaseTable.Token old = table.take("a");
    table.voidLeases("a");
    LeaseTable.Token next = table.take("a");
    table.giveBack("a", old);
    table.voidLeases("a");
    assertThat(next.isVoid()).isTrue();
  }

  @Test
  void take_droppedWithoutClose_isReclaimed() {
    for (int i = 0; i < 1000; i++) {
      table.take("dropped " + i);
    }
    LeaseTable.Token kept = table.take("kept");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (table.size() > 1) {
            System.gc();
            Thread.onSpinWait();
          }
        });
    table.voidAll();
    assertThat(kept.isVoid()).isTrue();
  }
}
