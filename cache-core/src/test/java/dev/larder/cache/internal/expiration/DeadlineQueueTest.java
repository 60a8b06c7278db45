package dev.larder.cache.internal.expiration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.internal.node.AccessedNode;
import dev.larder.cache.internal.node.ExpiringNode;
import dev.larder.cache.internal.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineQueueTest {
  private final DeadlineQueue<Integer, Integer> queue = new DeadlineQueue<>();

  private static ExpiringNode<Integer, Integer> node(long deadline) {
    return new ExpiringNode<>(1, 1, 1, 1, deadline);
  }

  private static AccessedNode<Integer, Integer> accessed(long writeDeadline, long accessDeadline) {
    return new AccessedNode<>(1, 1, 1, 1, 0, writeDeadline, accessDeadline);
  }

  @Test
  void emptyQueue_hasNothing() {
    assertThat(queue.next()).isEqualTo(Node.NEVER);
    assertThat(queue.firstExpired(Node.NEVER)).isNull();
    assertThat(queue.size()).isZero();
  }

  @Test
  void entryExpires_atItsTick() {
    ExpiringNode<Integer, Integer> node = node(10);
    queue.add(node);

    assertThat(queue.firstExpired(9)).isNull();
    assertThat(queue.firstExpired(10)).isSameAs(node);
  }

  @Test
  void entryThatReadsMoved_isSortedAnewWhenItComesFirst() {
    AccessedNode<Integer, Integer> moved = accessed(Node.NEVER, 10);
    ExpiringNode<Integer, Integer> other = node(20);
    queue.add(moved);
    queue.add(other);
    assertThat(moved.accessDeadline(10, 30)).isTrue();

    assertThat(queue.firstExpired(15)).isNull();
    assertThat(queue.next()).isEqualTo(20);
    assertThat(queue.firstExpired(25)).isSameAs(other);
    queue.remove(other);
    assertThat(queue.firstExpired(30)).isSameAs(moved);
  }

  @Test
  void entryThatReadsMovedToNever_leaves() {
    AccessedNode<Integer, Integer> moved = accessed(Node.NEVER, 10);
    queue.add(moved);
    assertThat(moved.accessDeadline(10, Node.NEVER)).isTrue();

    assertThat(queue.firstExpired(15)).isNull();
    assertThat(queue.size()).isZero();
    assertThat(moved.position).isEqualTo(-1);
  }

  @Test
  void removal_isIgnored_ifTheEntryIsNotThere() {
    queue.add(node(1));

    queue.remove(node(1));
    queue.remove(new Node<>(1, 1, 1));

    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void clear_forgetsAll() {
    queue.add(node(1));

    queue.clear();

    assertThat(queue.size()).isZero();
    assertThat(queue.next()).isEqualTo(Node.NEVER);
  }

  /** Beside a list that is searched from end to end. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomOperations_asByAList(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ExpiringNode<Integer, Integer>> model = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 20_000; i++) {
      int dice = random.nextInt(10);
      if (dice < 4 || model.isEmpty()) {
        ExpiringNode<Integer, Integer> node = randomNode(random, now);
        model.add(node);
        queue.add(node);
      } else if (dice < 6) {
        queue.remove(model.remove(random.nextInt(model.size())));
      } else if (dice < 8) {
        move(random, model.get(random.nextInt(model.size())));
      } else {
        now += random.nextInt(20);
        expire(model, now);
      }
      queue.validate();
      assertThat(queue.size()).isEqualTo(model.size());
    }
  }

  private static ExpiringNode<Integer, Integer> randomNode(SplittableRandom random, long now) {
    long deadline = now + random.nextInt(300);
    return random.nextBoolean() ? node(deadline) : accessed(deadline, now + random.nextInt(300));
  }

  /** As a read does; one that moves the deadline back has the entry sorted anew. */
  private void move(SplittableRandom random, ExpiringNode<Integer, Integer> node) {
    if (node instanceof AccessedNode<Integer, Integer> accessed) {
      long seen = accessed.accessDeadline();
      long fresh = seen + random.nextInt(-100, 200);
      assertThat(accessed.accessDeadline(seen, fresh)).isTrue();
      if (fresh < seen) {
        queue.remove(node);
        node.reschedule();
        queue.add(node);
      }
    }
  }

  private void expire(List<ExpiringNode<Integer, Integer>> model, long now) {
    ExpiringNode<Integer, Integer> first = queue.firstExpired(now);
    while (first != null) {
      assertThat(first.deadline()).isLessThanOrEqualTo(now);
      queue.remove(first);
      assertThat(model.remove(first)).isTrue();
      first = queue.firstExpired(now);
    }
    assertThat(model).allMatch(node -> node.deadline() > now);
    assertThat(queue.next())
        .isLessThanOrEqualTo(model.stream().mapToLong(Node::deadline).min().orElse(Node.NEVER));
  }
}
