package dev.larder.cache.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.cache.internal.node.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table beside a HashMap: with growth, clears, and more or less colliding hashes. */
class BucketsTest {

  /** A key that cannot be ordered. */
  private record Plain(int number) {}

  private static Object key(boolean comparable, int number) {
    return comparable ? (Object) number : new Plain(number);
  }

  /** All segments of one table, used by one thread. */
  private static final class Table {
    private final HashTable<Object, Integer> table;
    private final List<Buckets<Object, Integer>> segments = new ArrayList<>();
    private final int hashes;

    Table(int count, int hashes) {
      table = new HashTable<>(count, 1, Long.MAX_VALUE);
      for (int i = 0; i < count; i++) {
        segments.add(new Buckets<>(table, count, i));
      }
      this.hashes = hashes;
    }

    int hash(int number) {
      return (number % hashes) * 0x9E3779B1;
    }

    Buckets<Object, Integer> of(int hash) {
      return segments.get(hash & (segments.size() - 1));
    }

    Node<Object, Integer> read(Object key, int hash) {
      Node<Object, Integer>[] array = table.current();
      Node<Object, Integer> node = HashTable.find(array, key, hash);
      return node != null ? node : HashTable.findColliding(array, key, hash);
    }

    void put(Object key, int hash, int value) {
      Buckets<Object, Integer> buckets = of(hash);
      Node<Object, Integer> old = buckets.find(key, hash);
      Node<Object, Integer> fresh = new Node<>(key, hash, value);
      if (old == null) {
        buckets.link(fresh);
      } else {
        buckets.replace(old, fresh);
      }
      if (buckets.isCrowded()) {
        grow(buckets.buckets());
      }
    }

    void grow(int buckets) {
      Node<Object, Integer>[] larger = table.beginGrowth(buckets);
      if (larger != null) {
        segments.forEach(segment -> segment.moveTo(larger));
        table.endGrowth(larger);
      }
    }

    void remove(Object key, int hash) {
      Node<Object, Integer> old = of(hash).find(key, hash);
      if (old != null) {
        of(hash).unlink(old);
      }
    }

    void clear() {
      Node<Object, Integer>[] empty = table.clear(segments.size());
      segments.forEach(segment -> segment.clear(empty));
    }

    Map<Object, Integer> contents() {
      Map<Object, Integer> contents = new HashMap<>();
      for (Buckets<Object, Integer> segment : segments) {
        segment.forEach(node -> assertThat(contents.put(node.key, node.value())).isNull());
      }
      return contents;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000000, true",
    "4, 1000000, true",
    "4, 1000000, false",
    "1, 3, true",
    "4, 3, true",
    "4, 3, false",
    "4, 100, true",
    "8, 1, true"
  })
  void randomOperations_asByAHashMap(int segments, int hashes, boolean comparable) {
    SplittableRandom random = new SplittableRandom(hashes + segments);
    Table table = new Table(segments, hashes);
    Map<Object, Integer> model = new HashMap<>();
    for (int i = 0; i < 30_000; i++) {
      int number = random.nextInt(400);
      int hash = table.hash(number);
      Object key = key(comparable, number);
      int dice = random.nextInt(1_000);
      if (dice == 0) {
        table.clear();
        model.clear();
      } else if (dice < 600) {
        table.put(key, hash, i);
        model.put(key, i);
      } else {
        table.remove(key, hash);
        model.remove(key);
      }
      Node<Object, Integer> found = table.read(key, hash);
      assertThat(found == null ? null : found.value()).isEqualTo(model.get(key));
      if (i % 500 == 0) {
        assertThat(table.contents()).isEqualTo(model);
        assertThat(table.segments.stream().mapToInt(Buckets::size).sum()).isEqualTo(model.size());
      }
    }
    assertThat(table.contents()).isEqualTo(model);
  }

  /** A reader that has the table to itself for looking, while another thread makes it grow. */
  @ParameterizedTest
  @CsvSource({"1, 1000000", "4, 1000000", "4, 7"})
  void presentKeys_areNeverMissed_whileTheTableGrows(int segments, int hashes)
      throws InterruptedException {
    AtomicReference<String> missed = new AtomicReference<>();
    for (int round = 0; round < 200 && missed.get() == null; round++) {
      Table table = new Table(segments, hashes);
      for (int number = 0; number < 20; number++) {
        table.put(number, table.hash(number), number);
      }
      Thread writer = new Thread(() -> fill(table));
      Thread reader = new Thread(() -> look(table, writer, missed));
      writer.start();
      reader.start();
      writer.join();
      reader.join();
    }
    assertThat(missed).hasValue(null);
  }

  private static void fill(Table table) {
    for (int number = 20; number < 2_000; number++) {
      table.put(number, table.hash(number), number);
    }
  }

  private static void look(Table table, Thread writer, AtomicReference<String> missed) {
    while (writer.isAlive() && missed.get() == null) {
      for (int number = 0; number < 20; number++) {
        int hash = table.hash(number);
        Node<Object, Integer>[] walked = table.table.current();
        Node<Object, Integer> node = HashTable.find(walked, number, hash);
        if (node == null
            && HashTable.findColliding(walked, number, hash) == null
            && table.table.isSettled(walked)) {
          missed.set("key " + number + " in an array of " + walked.length);
        }
      }
    }
  }

  @Test
  void entriesOfOneHash_areSorted_onceThereAreMany() {
    Table table = new Table(1, 1);
    for (int number = 0; number < 1_000; number++) {
      table.put(number, 0, number);
    }

    assertThat(table.of(0).find(-1, 0)).isNull();
    assertThat(table.of(0).collisions()).isEqualTo(16);
    assertThat(table.contents()).hasSize(1_000);
  }
}
