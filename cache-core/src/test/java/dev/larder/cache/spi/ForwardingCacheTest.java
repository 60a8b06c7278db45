package dev.larder.cache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.larder.cache.Cache;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingCacheTest {

  private static final class Plain extends ForwardingCache<Object, Object> {
    Plain(Cache<Object, Object> delegate) {
      super(delegate);
    }
  }

  /** A cache and its support that write down their calls. */
  private static final class Recorder {
    private final List<String> calls = new ArrayList<>();

    @SuppressWarnings("unchecked")
    Cache<Object, Object> proxy(Class<?>... interfaces) {
      return (Cache<Object, Object>)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              interfaces,
              (self, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                  return "recorder";
                }
                calls.add(method.toGenericString() + Arrays.toString(arguments));
                return zero(method.getReturnType());
              });
    }
  }

  /** Every abstract method of the two interfaces; default methods call these and nothing else. */
  static Stream<Method> forwarded() {
    return Stream.of(Cache.class, CacheSupport.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> Modifier.isAbstract(method.getModifiers()));
  }

  @ParameterizedTest
  @MethodSource("forwarded")
  void call_ofAnyMethod_reachesTheDelegateOnce(Method method) throws ReflectiveOperationException {
    Recorder recorder = new Recorder();
    Cache<Object, Object> cache = new Plain(recorder.proxy(Cache.class, CacheSupport.class));
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(ForwardingCacheTest::some).toArray();
    method.invoke(cache, arguments);
    String expected = arguments.length == 0 ? "null" : Arrays.toString(arguments);
    assertThat(recorder.calls).containsExactly(method.toGenericString() + expected);
  }

  @Test
  void of_aCacheWithSupport_isTheCacheItself() {
    Cache<Object, Object> cache = Cache.builder().build();
    assertThat(CacheSupport.of(cache)).isSameAs(cache);
    Cache<Object, Object> decorated = new Plain(cache);
    assertThat(CacheSupport.of(decorated)).isSameAs(decorated);
  }

  @Test
  void of_aForeignCache_isBuiltOnItsPublicOperations() {
    Recorder recorder = new Recorder();
    CacheSupport<Object, Object> support = CacheSupport.of(recorder.proxy(Cache.class));
    Boolean miss = support.read("a", (value, age, remaining, absent) -> value == null && !absent);
    assertThat(miss).isTrue();
    assertThat(recorder.calls).hasSize(1).first().asString().contains("getIfPresent").contains("a");
  }

  @Test
  void constructor_nullDelegate_namesIt() {
    assertThatNullPointerException().isThrownBy(() -> new Plain(null)).withMessage("cache");
    assertThatNullPointerException().isThrownBy(() -> CacheSupport.of(null)).withMessage("cache");
  }

  @Test
  void toString_namesTheLayers() {
    assertThat(new Plain(Cache.builder().name("c").maximumSize(3).build()))
        .hasToString("Plain[Cache[name=c, size=0, maximum=3]]");
  }

  private static Object some(Class<?> type) {
    if (type == Object.class) {
      return "key";
    }
    if (type == java.time.Duration.class) {
      return java.time.Duration.ofSeconds(3);
    }
    if (type == Map.class) {
      return Map.of("key", "value");
    }
    if (type == Iterable.class || type == java.util.Set.class) {
      return Collections.singleton("key");
    }
    if (type == Function.class) {
      return Function.identity();
    }
    if (type == EntryReader.class) {
      EntryReader<Object, Object> reader = (value, age, remaining, absent) -> "read";
      return reader;
    }
    throw new AssertionError("no example of " + type);
  }

  private static Object zero(Class<?> type) {
    if (type == long.class) {
      return 0L;
    }
    return type == boolean.class ? Boolean.FALSE : null;
  }
}
