package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.Feature;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P31, and P2 and P5 as far as they can be seen by leases: every way to publish, all mutations. */
public interface Leasing extends CachePart {

  @Test
  @Property("P31")
  default void publish_nothingInBetween_stores() {
    Cache<String, String> cache = create();
    try (Lease<String> lease = cache.lease("k")) {
      assertThat(lease.isValid()).isTrue();
      assertThat(lease.publish("v")).isTrue();
      assertThat(lease.isValid()).isFalse();
    }
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  @Property("P31")
  default void publish_secondTime_isRefused() {
    Cache<String, String> cache = create();
    Lease<String> lease = cache.lease("k");
    lease.publish("v");
    assertThat(lease.publish("w")).isFalse();
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  @Property("P31")
  default void publish_afterClose_isRefused() {
    Cache<String, String> cache = create();
    Lease<String> lease = cache.lease("k");
    lease.close();
    lease.close();
    assertThat(lease.isValid()).isFalse();
    assertThat(lease.publish("v")).isFalse();
    assertThat(lease.publish("v", Duration.ofDays(1))).isFalse();
    assertThat(lease.publishAbsent(Duration.ofDays(1))).isFalse();
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P31")
  default void closeOfOneLease_leavesOthersValid() {
    Cache<String, String> cache = create();
    Lease<String> first = cache.lease("k");
    Lease<String> second = cache.lease("k");
    first.close();
    assertThat(second.publish("v")).isTrue();
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  @Property({"P2", "P31"})
  default void publish_voidsAllEarlierLeasesOfTheKey() {
    Cache<String, String> cache = create();
    Lease<String> first = cache.lease("k");
    Lease<String> second = cache.lease("k");
    Lease<String> other = cache.lease("other");
    assertThat(first.publish("v")).isTrue();
    assertThat(second.isValid()).isFalse();
    assertThat(second.publish("w")).isFalse();
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    assertThat(other.publish("o")).isTrue();
  }

  @Test
  @Property({"P2", "P31"})
  default void publishAbsent_voidsAllEarlierLeasesOfTheKey() {
    Cache<String, String> cache = create();
    Lease<String> first = cache.lease("k");
    Lease<String> second = cache.lease("k");
    assertThat(first.publishAbsent(Duration.ofDays(1))).isTrue();
    assertThat(second.publish("w")).isFalse();
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  @Property({"P2", "P31"})
  default void publish_afterMutation_isRefused(Mutation mutation) {
    if (mutation.usesViews()) {
      requires(Feature.VIEWS);
    }
    if (mutation.worksOnNothing()) {
      publishIsRefusedAfter(mutation, false);
    }
    if (mutation.worksOnValue()) {
      publishIsRefusedAfter(mutation, true);
    }
  }

  private void publishIsRefusedAfter(Mutation mutation, boolean present) {
    Cache<String, String> cache = create();
    if (present) {
      cache.put("k", Mutation.OLD);
    }
    Lease<String> value = cache.lease("k");
    Lease<String> valueWithTime = cache.lease("k");
    Lease<String> absence = cache.lease("k");
    mutation.apply(cache, "k");
    String after = cache.getIfPresent("k");
    assertThat(value.isValid()).isFalse();
    assertThat(value.publish("stale")).isFalse();
    assertThat(valueWithTime.publish("stale", Duration.ofDays(1))).isFalse();
    assertThat(absence.publishAbsent(Duration.ofDays(1))).isFalse();
    assertThat(cache.getIfPresent("k")).isEqualTo(after).isNotEqualTo("stale");
  }

  @ParameterizedTest
  @EnumSource
  @Property({"P2", "P31"})
  default void publish_afterOperationThatChangedNothing_stores(NonMutation operation) {
    if (operation.usesViews()) {
      requires(Feature.VIEWS);
    }
    Cache<String, String> cache = create();
    if (operation.worksOnValue()) {
      cache.put("k", Mutation.OLD);
    }
    Lease<String> lease = cache.lease("k");
    operation.apply(cache, "k");
    assertThat(lease.isValid()).isTrue();
    assertThat(lease.publish("v")).isTrue();
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  @Property("P5")
  default void publish_afterEvictionOfTheKey_stores() {
    Cache<String, String> cache = create(spec().maximumSize(1));
    cache.put("k", "old");
    Lease<String> lease = cache.lease("k");
    for (int i = 0; i < 10 && cache.getIfPresent("k") != null; i++) {
      cache.put("filler " + i, "v");
    }
    cache.put("last filler", "v");
    assertThat(lease.isValid()).isTrue();
    assertThat(lease.publish("v")).isTrue();
  }

  @Test
  @Property("P5")
  default void publish_afterExpiryOfTheKey_stores() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker));
    cache.put("k", "old", Duration.ofNanos(10));
    Lease<String> lease = cache.lease("k");
    ticker.advance(Duration.ofNanos(10));
    assertThat(cache.getIfPresent("k")).isNull();
    assertThat(lease.publish("v")).isTrue();
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
  }

  @Test
  @Property("P5")
  default void publish_afterResize_stores() {
    requires(Feature.POLICY);
    Cache<String, String> cache = create(spec().maximumSize(10));
    cache.put("k", "old");
    Lease<String> present = cache.lease("k");
    Lease<String> absent = cache.lease("absent");
    cache.policy().setMaximum(0);
    cache.policy().setMaximum(10);
    assertThat(present.publish("v")).isTrue();
    assertThat(absent.publish("w")).isTrue();
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    assertThat(cache.getIfPresent("absent")).isEqualTo("w");
  }

  @Test
  @Property("P31")
  default void publish_whileComputeOfTheKeyRuns_isRefused() {
    requires(Feature.VIEWS, Feature.EXCLUSIVE_COMPUTE);
    Cache<String, String> cache = create();
    cache
        .asMap()
        .compute(
            "k",
            (key, old) -> {
              try (Lease<String> lease = cache.lease("k")) {
                assertThat(lease.publish("loaded")).isFalse();
              }
              return "computed";
            });
    assertThat(cache.getIfPresent("k")).isEqualTo("computed");
  }

  @Test
  @Property("P31")
  default void publish_atTheDeadline_isRefused() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).expireAfterWrite(Duration.ofNanos(10)));
    Lease<String> configured = cache.lease("k");
    ticker.advance(Duration.ofNanos(10));
    assertThat(configured.publish("v")).isFalse();
    Lease<String> own = cache.lease("k");
    ticker.advance(Duration.ofNanos(3));
    assertThat(own.publish("v", Duration.ofNanos(3))).isFalse();
    Lease<String> absence = cache.lease("k");
    ticker.advance(Duration.ofNanos(3));
    assertThat(absence.publishAbsent(Duration.ofNanos(3))).isFalse();
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property({"P20", "P31"})
  default void publish_deadline_countsFromTheLease() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).expireAfterWrite(Duration.ofNanos(10)));
    Lease<String> lease = cache.lease("k");
    ticker.advance(Duration.ofNanos(6));
    assertThat(lease.publish("v")).isTrue();
    ticker.advance(Duration.ofNanos(3));
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    ticker.advance(Duration.ofNanos(1));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property({"P20", "P31"})
  default void publishWithTimeToLive_overridesTheConfigured() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache =
        create(spec().ticker(ticker).expireAfterWrite(Duration.ofNanos(10)));
    assertThat(cache.lease("k").publish("v", Duration.ofNanos(20))).isTrue();
    ticker.advance(Duration.ofNanos(19));
    assertThat(cache.getIfPresent("k")).isEqualTo("v");
    ticker.advance(Duration.ofNanos(1));
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P31")
  default void publish_tooHeavy_tookEffectAndWasEvicted() {
    Cache<String, String> cache = create(spec().maximumWeight(2).weigher((k, v) -> v.length()));
    cache.put("k", "v");
    assertThat(cache.lease("k").publish("too heavy")).isTrue();
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P9")
  default void publishAbsent_endsAtItsDeadline_andAtAMutation() {
    requires(Feature.TICKER);
    FakeTicker ticker = new FakeTicker();
    Cache<String, String> cache = create(spec().ticker(ticker));
    cache.lease("k").publishAbsent(Duration.ofNanos(10));
    ticker.advance(Duration.ofNanos(9));
    assertThat(cache.get("k", key -> "loaded")).isNull();
    ticker.advance(Duration.ofNanos(1));
    assertThat(cache.get("k", key -> "loaded")).isEqualTo("loaded");
    cache.invalidate("k");
    cache.lease("k").publishAbsent(Duration.ofNanos(10));
    cache.invalidate("k");
    assertThat(cache.get("k", key -> "loaded again")).isEqualTo("loaded again");
  }

  @Test
  @Property("P9")
  default void publishAbsent_isOneEntry_seenByNoView() {
    requires(Feature.VIEWS, Feature.POLICY);
    Cache<String, String> cache = create(spec().recordStats());
    cache.lease("k").publishAbsent(Duration.ofDays(1));
    assertThat(cache.size()).isEqualTo(1);
    assertThat(cache.asMap()).isEmpty();
    assertThat(cache.asMap().containsKey("k")).isFalse();
    assertThat(cache.asMap().keySet()).isEmpty();
    assertThat(cache.policy().hottest(10)).isEmpty();
    assertThat(cache.policy().entry("k")).isNull();
    assertThat(cache.getIfPresent("k")).isNull();
  }

  @Test
  @Property("P9")
  default void publishAbsent_countsAsAHit() {
    requires(Feature.LOAD_STATISTICS);
    Cache<String, String> cache = create(spec().recordStats());
    cache.lease("k").publishAbsent(Duration.ofDays(1));
    assertThat(cache.getIfPresent("k")).isNull();
    assertThat(cache.stats().hitCount()).isEqualTo(1);
    assertThat(cache.stats().missCount()).isZero();
  }

  @Test
  default void publish_badInput_isRefusedLoudly() {
    Lease<String> lease = create().lease("k");
    assertThatNullPointerException().isThrownBy(() -> lease.publish(Bad.value()));
    assertThatNullPointerException()
        .isThrownBy(() -> lease.publish(Bad.value(), Duration.ofDays(1)));
    assertThatNullPointerException().isThrownBy(() -> lease.publish("v", Bad.value()));
    assertThatNullPointerException().isThrownBy(() -> lease.publishAbsent(Bad.value()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lease.publish("v", Duration.ofSeconds(-7)))
        .withMessageContaining("-7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lease.publishAbsent(Duration.ofSeconds(-7)))
        .withMessageContaining("-7");
    assertThat(lease.isValid()).isTrue();
  }
}
