package dev.larder.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How deep loads may load others on the stack that a thread has by default. */
class RecursiveLoadTest {
  private final Cache<Integer, Integer> cache = Cache.<Integer, Integer>builder().build();

  private Integer load(Integer key) {
    return key == 0 ? 0 : Objects.requireNonNull(cache.get(key - 1, this::load)) + 1;
  }

  @Test
  void loads_nestAThousandDeep() throws Exception {
    CompletableFuture<Integer> loaded = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                loaded.complete(cache.get(1_000, this::load));
              } catch (Throwable e) { // told to the test
                loaded.completeExceptionally(e);
              }
            });
    thread.start();
    assertThat(loaded.get(20, TimeUnit.SECONDS)).isEqualTo(1_000);
    assertThat(cache.size()).isEqualTo(1_001);
  }
}
