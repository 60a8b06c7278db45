package dev.larder.cache.internal.eviction;

import dev.larder.cache.internal.node.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CLOCK with a counter (Corbato 1968; the counter as in Nicola, Dan and Dias 1992). New entries
 * come in behind the hand; the hand takes the oldest one, or, if readers used it, takes one use off
 * and gives it another lap. After a bounded number of laps given the next one leaves used or not.
 */
public final class Clock<K, V> implements EvictionPolicy<K, V> {
  private static final int MAXIMUM_LAPS = 16;
  private static final byte LISTED = 1;

  private @Nullable Node<K, V> oldest;
  private @Nullable Node<K, V> newest;

  /** Creates a policy without entries. */
  public Clock() {}

  @Override
  public void add(Node<K, V> node) {
    node.uses(0);
    append(node);
  }

  @Override
  public void replace(Node<K, V> old, Node<K, V> fresh) {
    fresh.uses(old.uses());
    fresh.use();
    if (old.list != LISTED) {
      append(fresh);
      return;
    }
    Node<K, V> before = old.before;
    Node<K, V> after = old.after;
    forget(old);
    link(before, fresh);
    link(fresh, after);
    fresh.list = LISTED;
  }

  @Override
  public void remove(Node<K, V> node) {
    if (node.list == LISTED) {
      link(node.before, node.after);
      forget(node);
    }
  }

  @Override
  public @Nullable Node<K, V> evict() {
    for (int laps = 0; oldest != null; laps++) {
      Node<K, V> candidate = oldest;
      remove(candidate);
      int uses = candidate.uses();
      if (uses == 0 || laps == MAXIMUM_LAPS) {
        return candidate;
      }
      candidate.uses(uses - 1);
      append(candidate);
    }
    return null;
  }

  @Override
  public void clear() {
    oldest = null;
    newest = null;
  }

  @Override
  public List<Node<K, V>> coldestFirst() {
    List<List<Node<K, V>>> byUses = new ArrayList<>();
    for (int uses = 0; uses <= Node.MAXIMUM_USES; uses++) {
      byUses.add(new ArrayList<>());
    }
    for (Node<K, V> node = oldest; node != null; node = node.after) {
      byUses.get(node.uses()).add(node); // read once: readers count on meanwhile
    }
    return byUses.stream().flatMap(List::stream).toList();
  }

  private void append(Node<K, V> node) {
    link(newest, node);
    link(node, null);
    node.list = LISTED;
  }

  private static void forget(Node<?, ?> node) {
    node.before = null;
    node.after = null;
    node.list = 0;
  }

  /** Makes two nodes neighbours; null stands for the end of the list on that side. */
  private void link(@Nullable Node<K, V> before, @Nullable Node<K, V> after) {
    if (before == null) {
      oldest = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      newest = before;
    } else {
      after.before = before;
    }
  }
}
