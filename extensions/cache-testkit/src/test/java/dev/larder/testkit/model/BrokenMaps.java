package dev.larder.testkit.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Maps with one wrong method. */
final class BrokenMaps {
  private BrokenMaps() {}

  /** Returns the map, with another body for the methods of that name. */
  @SuppressWarnings("unchecked")
  static <K, V> ConcurrentMap<K, V> replacing(
      ConcurrentMap<K, V> map, String method, Function<Object[], Object> body) {
    return (ConcurrentMap<K, V>)
        Proxy.newProxyInstance(
            BrokenMaps.class.getClassLoader(),
            new Class<?>[] {ConcurrentMap.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                return body.apply(arguments);
              }
              try {
                return called.invoke(map, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
