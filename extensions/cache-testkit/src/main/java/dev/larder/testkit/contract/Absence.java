package dev.larder.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.Lease;
import dev.larder.testkit.Feature;
import dev.larder.testkit.SourceCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P9: what the source does not have. */
public interface Absence extends LoadingPart {

  @Test
  @Property("P9")
  default void loadOfNothing_isNullAndCachesNothing() {
    try (var bench = Bench.of(this)) {
      assertThat(bench.subject.get("k")).isNull();
      assertThat(bench.subject.get("k")).isNull();
      assertThat(bench.table.calls(SourceCall.LOAD)).isEqualTo(2);
      if (supports(Feature.POLICY)) {
        assertThat(bench.cache.size()).isZero();
      }
      bench.row("k", "v");
      assertThat(bench.subject.get("k")).isEqualTo("v");
    }
  }

  @Test
  @Property("P9")
  default void knownAbsence_costsNoLoad_untilAMutation() {
    requires(Feature.SHARED_SUPPORT);
    try (var bench = Bench.of(this)) {
      try (Lease<String> lease = bench.cache.lease("k")) {
        assertThat(lease.publishAbsent(Duration.ofDays(1))).isTrue();
      }
      bench.row("k", "v");
      assertThat(bench.subject.get("k")).isNull();
      assertThat(bench.subject.getAll(List.of("k"))).isEmpty();
      assertThat(bench.table.calls()).isZero();
      bench.cache.invalidate("k");
      assertThat(bench.subject.get("k")).isEqualTo("v");
    }
  }
}
