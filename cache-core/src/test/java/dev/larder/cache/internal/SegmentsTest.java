package dev.larder.cache.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.larder.cache.RemovalCause;
import dev.larder.cache.internal.node.Node;
import dev.larder.cache.internal.segment.Segment;
import dev.larder.cache.internal.segment.SegmentOwner;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What takes more than one segment. */
class SegmentsTest {
  private static final int HUNDRED = 100;

  /** Does something the first time an entry leaves, in the middle of the step that evicts it. */
  private static final class Owner implements SegmentOwner<Integer, Integer> {
    private Runnable onFirst = () -> {};

    @Override
    public void left(Integer key, Integer value, RemovalCause cause) {
      Runnable action = onFirst;
      onFirst = () -> {};
      action.run();
    }

    @Override
    public boolean listens() {
      return true;
    }

    @Override
    public void refusedColliding(Integer key) {}

    @Override
    public void crowded(int buckets) {}

    @Override
    public IllegalStateException closed() {
      return new IllegalStateException("closed");
    }
  }

  private final Owner owner = new Owner();
  private final CacheConfig<Integer, Integer> config =
      new CacheConfig<>(
          "cache",
          16,
          HUNDRED,
          true,
          null,
          null,
          null,
          null,
          0,
          Duration.ZERO,
          null,
          Runnable::run,
          () -> 0L,
          false,
          false);
  private final Segments<Integer, Integer> segments = new Segments<>(config, owner);

  private void fill() {
    Drafts<Integer, Integer> drafts = new Drafts<>(config);
    for (int key = 0; key < HUNDRED; key++) {
      int hash = segments.hash(key);
      segments
          .of(hash)
          .put(
              key,
              hash,
              key,
              drafts.configured(key, key, Drafts.NO_ENTRY),
              Always.always(),
              Segment.any(),
              0,
              null);
    }
  }

  @Test
  void smallerMaximum_evictsWhatIsAbove() {
    fill();

    segments.maximum(10, 0);

    assertThat(segments.size()).isEqualTo(10);
    assertThat(segments.coldestFirst()).hasSize(10).extracting(Node::weight).containsOnly(1);
    segments.validate();
  }

  /** As if another thread raised the maximum again while this one is still evicting. */
  @Test
  void smallerMaximum_thatIsRaisedMeanwhile_returns() {
    fill();
    owner.onFirst = () -> segments.maximum(HUNDRED, 0);

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> segments.maximum(10, 0));

    assertThat(segments.maximum()).isEqualTo(HUNDRED);
    assertThat(segments.size()).isEqualTo(HUNDRED - 1);
    segments.validate();
  }
}
