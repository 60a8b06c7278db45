package dev.larder.cache.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashTableTest {

  @ParameterizedTest
  @CsvSource({
    "0, 2",
    "1, 2",
    "2, 2",
    "3, 4",
    "4, 4",
    "5, 8",
    "1000, 1024",
    "1073741824, 1073741824",
    "1073741825, 1073741824",
    "9223372036854775807, 1073741824"
  })
  void buckets_areThePowerOfTwoNotBelowTheEntries(long entries, int buckets) {
    assertThat(HashTable.bucketsFor(entries)).isEqualTo(buckets);
  }

  @Test
  void tableWithoutAMaximum_grows() {
    HashTable<String, String> table = new HashTable<>(1, 1, Long.MAX_VALUE);

    assertThat(table.mayGrow(1 << 29)).isTrue();
    assertThat(table.beginGrowth(2)).hasSize(5);
  }

  @Test
  void tableWithAMaximum_growsUpToIt() {
    HashTable<String, String> table = new HashTable<>(1, 1, 4);

    table.endGrowth(table.beginGrowth(2));

    assertThat(table.beginGrowth(4)).isNull();
    table.maximumEntries(5);
    assertThat(table.beginGrowth(4)).isNotNull();
  }

  @Test
  void growth_isBegunOnce() {
    HashTable<String, String> table = new HashTable<>(1, 1, 1_000);

    Object larger = table.beginGrowth(2);

    assertThat(larger).isNotNull();
    assertThat(table.beginGrowth(2)).isNull();
  }
}
