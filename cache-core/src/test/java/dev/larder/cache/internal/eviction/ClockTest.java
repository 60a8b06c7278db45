package dev.larder.cache.internal.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.internal.node.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClockTest {
  private static final int LAPS = 16;

  private final Clock<Integer, Integer> clock = new Clock<>();

  private static Node<Integer, Integer> node(int key) {
    return new Node<>(key, key, key);
  }

  private List<Node<Integer, Integer>> add(int count) {
    List<Node<Integer, Integer>> nodes =
        IntStream.range(0, count).mapToObj(ClockTest::node).toList();
    nodes.forEach(clock::add);
    return nodes;
  }

  private List<Integer> evictAll() {
    List<Integer> keys = new ArrayList<>();
    for (Node<Integer, Integer> node = clock.evict(); node != null; node = clock.evict()) {
      keys.add(node.key);
    }
    return keys;
  }

  @Test
  void unusedEntries_leaveInTheOrderTheyCame() {
    add(4);

    assertThat(evictAll()).containsExactly(0, 1, 2, 3);
    assertThat(clock.evict()).isNull();
  }

  @Test
  void eachUse_isWorthALap() {
    List<Node<Integer, Integer>> nodes = add(4);
    nodes.get(0).use();
    nodes.get(0).use();
    nodes.get(1).use();

    assertThat(evictAll()).containsExactly(2, 3, 1, 0);
  }

  @Test
  void usesBeyondTheMaximum_areNotCounted() {
    Node<Integer, Integer> node = node(1);
    IntStream.range(0, 100).forEach(i -> node.use());

    assertThat(node.uses()).isEqualTo(Node.MAXIMUM_USES);
  }

  @Test
  void afterABoundedNumberOfLaps_theNextLeavesThoughUsed() {
    add(100).forEach(Node::use);

    assertThat(clock.evict().key).isEqualTo(LAPS);
    assertThat(clock.coldestFirst()).hasSize(99);
  }

  @Test
  void replacement_keepsThePlace_andCountsAsAUse() {
    List<Node<Integer, Integer>> nodes = add(3);
    Node<Integer, Integer> fresh = node(1);

    clock.replace(nodes.get(1), fresh);

    assertThat(fresh.uses()).isEqualTo(1);
    assertThat(nodes.get(1).list).isZero();
    fresh.uses(0);
    assertThat(evictAll()).containsExactly(0, 1, 2);
  }

  @Test
  void replacementOfAnEntryThatIsNotListed_comesInAsANewOne() {
    add(2);
    Node<Integer, Integer> fresh = node(7);

    clock.replace(node(7), fresh);

    fresh.uses(0);
    assertThat(evictAll()).containsExactly(0, 1, 7);
  }

  @Test
  void removal_isIgnored_ifTheEntryIsNotThere() {
    List<Node<Integer, Integer>> nodes = add(3);

    clock.remove(nodes.get(1));
    clock.remove(nodes.get(1));
    clock.remove(node(0));

    assertThat(evictAll()).containsExactly(0, 2);
  }

  @Test
  void clear_forgetsAll() {
    add(3);

    clock.clear();

    assertThat(clock.coldestFirst()).isEmpty();
    assertThat(clock.evict()).isNull();
    clock.add(node(5));
    assertThat(evictAll()).containsExactly(5);
  }

  @Test
  void coldestFirst_isTheOrderOfUses_andThenOfAge() {
    List<Node<Integer, Integer>> nodes = add(4);
    nodes.get(0).use();
    nodes.get(2).use();
    nodes.get(2).use();

    assertThat(clock.coldestFirst()).extracting(node -> node.key).containsExactly(1, 3, 0, 2);
  }

  /** A sort by what readers change meanwhile fails now and then, by a contract it cannot keep. */
  @Test
  void coldestFirst_beside_readers() throws InterruptedException {
    List<Node<Integer, Integer>> nodes = add(2_000);
    AtomicBoolean done = new AtomicBoolean();
    Thread reader = new Thread(() -> useAtRandom(nodes, done));
    reader.start();
    try {
      for (int i = 0; i < 2_000; i++) {
        assertThat(clock.coldestFirst()).hasSameSizeAs(nodes);
      }
    } finally {
      done.set(true);
      reader.join();
    }
  }

  private static void useAtRandom(List<Node<Integer, Integer>> nodes, AtomicBoolean done) {
    SplittableRandom random = new SplittableRandom(1);
    while (!done.get()) {
      nodes.get(random.nextInt(nodes.size())).uses(random.nextInt(Node.MAXIMUM_USES + 1));
    }
  }

  @Test
  void randomOperations_asByAQueue() {
    SplittableRandom random = new SplittableRandom(42);
    Model model = new Model();
    for (int i = 0; i < 100_000; i++) {
      int dice = random.nextInt(10);
      Node<Integer, Integer> any = model.any(random);
      if (dice < 4 || any == null) {
        clock.add(model.add(node(i)));
      } else if (dice < 7) {
        any.use();
        model.uses.merge(any, 1, (before, one) -> Math.min(Node.MAXIMUM_USES, before + one));
      } else if (dice < 8) {
        clock.remove(any);
        model.queue.remove(any);
      } else {
        assertThat(clock.evict()).isSameAs(model.evict());
      }
    }
    assertThat(clock.coldestFirst()).containsExactlyInAnyOrderElementsOf(model.queue);
  }

  /** Does the same in the simplest way, and counts by itself. */
  private static final class Model {
    private final Deque<Node<Integer, Integer>> queue = new ArrayDeque<>();
    private final Map<Node<Integer, Integer>, Integer> uses = new HashMap<>();

    private Node<Integer, Integer> any(SplittableRandom random) {
      return queue.stream().skip(random.nextInt(50)).findFirst().orElse(queue.peekFirst());
    }

    private Node<Integer, Integer> add(Node<Integer, Integer> node) {
      queue.addLast(node);
      uses.put(node, 0);
      return node;
    }

    private Node<Integer, Integer> evict() {
      for (int laps = 0; ; laps++) {
        Node<Integer, Integer> first = queue.removeFirst();
        int count = uses.get(first);
        if (count == 0 || laps == LAPS) {
          return first;
        }
        uses.put(first, count - 1);
        queue.addLast(first);
      }
    }
  }
}
