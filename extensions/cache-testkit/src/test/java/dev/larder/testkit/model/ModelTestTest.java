package dev.larder.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.cache.Cache;
import dev.larder.cache.RemovalListener;
import dev.larder.cache.spi.ForwardingCache;
import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.plain.PlainCaches;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A model test finds broken caches, and tells how to see the same again. */
class ModelTestTest {
  private static final long SEED = 1;
  private static final long ENOUGH = 200_000;
  private static final Pattern RUN = Pattern.compile("seed: (\\d+), operations: (\\d+)");

  private static <K, V> Cache<K, V> plain(CacheSpec<K, V> spec) {
    return PlainCaches.create(spec);
  }

  private static <K, V> Cache<K, V> expiresATickTooLate(CacheSpec<K, V> spec) {
    Duration timeToLive = spec.expireAfterWrite();
    return plain(timeToLive == null ? spec : spec.expireAfterWrite(timeToLive.plusNanos(1)));
  }

  private static <K, V> Cache<K, V> forgetsEveryTenthNotification(CacheSpec<K, V> spec) {
    RemovalListener<? super K, ? super V> listener = spec.removalListener();
    AtomicInteger calls = new AtomicInteger();
    return plain(
        listener == null
            ? spec
            : spec.removalListener(
                (key, value, cause) -> {
                  if (calls.incrementAndGet() % 10 != 0) {
                    listener.onRemoval(key, value, cause);
                  }
                }));
  }

  private static <K, V> Cache<K, V> putIfAbsentOverwrites(CacheSpec<K, V> spec) {
    return new Overwriting<>(plain(spec));
  }

  /** Runs until the failure, and checks what it says. */
  private static AssertionError failure(CacheFixture fixture) {
    ModelTest test = new ModelTest(fixture);
    Throwable failure = catchThrowable(() -> test.run(SEED, ENOUGH));
    assertThat(failure)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("configuration: ModelConfig[bound=")
        .hasMessageContaining("shortest failing prefix:");
    Matcher run = RUN.matcher(failure.getMessage());
    assertThat(run.find()).isTrue();
    long seed = Long.parseLong(run.group(1));
    int operations = Integer.parseInt(run.group(2));
    assertThat(failure).hasMessageContaining("rerun(" + seed + "L, " + operations + ")");
    assertThat(catchThrowable(() -> test.rerun(seed, operations)))
        .as("the same run again")
        .hasMessage(failure.getMessage());
    if (operations > 1) {
      assertThatCode(() -> test.rerun(seed, operations - 1))
          .as("one operation less")
          .doesNotThrowAnyException();
    }
    return (AssertionError) failure;
  }

  private static String lastOperation(AssertionError failure) {
    String message = failure.getMessage();
    return message.substring(message.lastIndexOf('\n') + 1);
  }

  @Test
  void putIfAbsentThatOverwrites_isFound() {
    AssertionError failure = failure(ModelTestTest::putIfAbsentOverwrites);
    assertThat(lastOperation(failure)).contains("putIfAbsent(");
  }

  @Test
  void expiryThatIsATickLate_isFound() {
    AssertionError failure = failure(ModelTestTest::expiresATickTooLate);
    assertThat(failure).hasMessageContaining("expires=AFTER_").hasMessageContaining("deadline");
  }

  @Test
  void listenerThatMissesACall_isFound() {
    AssertionError failure = failure(ModelTestTest::forgetsEveryTenthNotification);
    assertThat(failure)
        .hasMessageContaining("listens=true")
        .hasMessageContaining("the listener was not told");
  }

  @Test
  void validate_isCalledAfterEachOperation_andItsFailureIsReported() {
    AtomicInteger calls = new AtomicInteger();
    ModelTest test = new ModelTest(ModelTestTest::plain).validate(cache -> calls.getAndIncrement());
    test.rerun(SEED, 30);
    assertThat(calls).hasValue(30);
    test.validate(
        cache -> {
          if (cache.size() > 2) {
            throw new IllegalStateException("broken inside");
          }
        });
    assertThat(catchThrowable(() -> test.run(SEED, ENOUGH)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("broken inside")
        .hasMessageContaining("shortest failing prefix:");
  }

  @Test
  void badArguments_areRefused() {
    ModelTest test = new ModelTest(ModelTestTest::plain);
    assertThatNullPointerException().isThrownBy(() -> new ModelTest(null));
    assertThatNullPointerException().isThrownBy(() -> test.validate(null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.run(SEED, 0))
        .withMessageContaining("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.rerun(SEED, -1))
        .withMessageContaining("-1");
  }

  /** A cache whose putIfAbsent is a put. */
  private static final class Overwriting<K, V> extends ForwardingCache<K, V> {
    Overwriting(Cache<K, V> delegate) {
      super(delegate);
    }

    @Override
    public ConcurrentMap<K, V> asMap() {
      ConcurrentMap<K, V> map = delegate().asMap();
      return BrokenMaps.replacing(map, "putIfAbsent", arguments -> overwrite(map, arguments));
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Object overwrite(ConcurrentMap<K, V> map, Object[] arguments) {
      return map.put((K) arguments[0], (V) arguments[1]);
    }
  }
}
