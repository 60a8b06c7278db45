package dev.larder.benchmarks.workload;

import dev.larder.cache.Ticker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** {@code Ticker.coarse()} by reflection, so that versions without it can be measured too. */
final class CoarseClock {
  private CoarseClock() {}

  static boolean exists() {
    return method().isPresent();
  }

  static Ticker get() {
    try {
      return (Ticker) method().orElseThrow().invoke(null);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Ticker.coarse() fails", e);
    }
  }

  private static Optional<Method> method() {
    return Arrays.stream(Ticker.class.getMethods())
        .filter(method -> method.getName().equals("coarse") && method.getParameterCount() == 0)
        .findFirst();
  }
}
