package dev.larder.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CacheStatsTest {
  private static final CacheStats EARLIER = new CacheStats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  @Test
  void minus_eachCount_isSubtracted() {
    CacheStats later = new CacheStats(11, 22, 33, 44, 55, 66, 77, 88, 99, 110);
    assertThat(later.minus(EARLIER))
        .isEqualTo(new CacheStats(10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
    assertThat(EARLIER.minus(later)).isEqualTo(new CacheStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void minus_unrecorded_staysUnrecorded() {
    CacheStats unrecorded = new CacheStats(-1, -1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(unrecorded.minus(EARLIER).hitCount()).isEqualTo(-1);
    assertThat(EARLIER.minus(unrecorded).missCount()).isEqualTo(-1);
    assertThat(unrecorded.hitRate()).isNaN();
  }

  @Test
  void rates_areQuotients() {
    assertThat(EARLIER.hitRate()).isEqualTo(1 / 3.0);
    assertThat(EARLIER.averageLoadNanos()).isEqualTo(9 / 7.0);
    CacheStats none = new CacheStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(none.hitRate()).isEqualTo(1.0);
    assertThat(none.averageLoadNanos()).isZero();
  }
}
