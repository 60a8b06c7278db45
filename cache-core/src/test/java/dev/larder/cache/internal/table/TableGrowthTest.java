package dev.larder.cache.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.internal.node.Node;
import org.junit.jupiter.api.Test;

/** What readers of the old array find while segments move to a larger one. */
class TableGrowthTest {
  private static final int SEGMENTS = 2;
  private static final int HASH = 4;

  private final HashTable<String, Integer> table = new HashTable<>(SEGMENTS, 4, 1 << 20);
  private final Buckets<String, Integer> first = new Buckets<>(table, SEGMENTS, 0);
  private final Node<String, Integer> node = new Node<>("key", HASH, 1);

  private Node<String, Integer>[] moveFirstSegment() {
    assertThat(first.find("key", HASH)).isNull();
    first.link(node);
    Node<String, Integer>[] larger = table.beginGrowth(4);
    first.moveTo(larger);
    return larger;
  }

  @Test
  void entryThatLeavesAfterTheMove_isNotFoundInTheOldArray() {
    moveFirstSegment();

    first.unlink(node);

    assertThat(HashTable.find(table.current(), "key", HASH)).isNull();
  }

  @Test
  void entryThatIsReplacedAfterTheMove_isNotFoundInTheOldArray() {
    moveFirstSegment();

    first.replace(node, new Node<>("key", HASH, 2));

    assertThat(HashTable.find(table.current(), "key", HASH)).isNull();
  }

  @Test
  void missInTheOldArray_isNotBelieved_untilTheLargerOneIsCurrent() {
    Node<String, Integer>[] walked = table.current();
    assertThat(table.isSettled(walked)).isTrue();

    Node<String, Integer>[] larger = moveFirstSegment();
    assertThat(table.isSettled(walked)).isFalse();

    table.endGrowth(larger);
    assertThat(table.isSettled(walked)).isFalse();
    assertThat(table.isSettled(larger)).isTrue();
    assertThat(HashTable.find(table.current(), "key", HASH)).isSameAs(node);
  }

  @Test
  void clear_givesUpAGrowth() {
    Node<String, Integer>[] larger = moveFirstSegment();

    Node<String, Integer>[] empty = table.clear(SEGMENTS);
    table.endGrowth(larger);

    assertThat(table.current()).isSameAs(empty);
    assertThat(table.isGrowingTo(larger)).isFalse();
    assertThat(HashTable.find(table.current(), "key", HASH)).isNull();
  }
}
