package dev.larder.testkit.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that only read. */
final class Reads {
  private final Session session;

  Reads(Session session) {
    this.session = session;
  }

  void getIfPresent() {
    int key = session.key();
    session.both(
        () -> "getIfPresent(" + key + ")",
        () -> valueOf(session.oracle.lookUp(key)),
        () -> session.cache.getIfPresent(key));
  }

  void get() {
    int key = session.key();
    session.both(
        () -> "get(" + key + ")",
        () -> valueOf(session.oracle.lookUp(key)),
        () -> session.cache.get(key));
  }

  void mapGet() {
    int key = session.key();
    session.both(
        () -> "asMap().get(" + key + ")",
        () -> valueOf(session.oracle.lookUp(key)),
        () -> session.map.get(key));
  }

  void getAllPresent() {
    List<Integer> keys = session.keys();
    session.both(
        () -> "getAllPresent(" + keys + ")",
        () -> {
          Map<Integer, Token> present = new LinkedHashMap<>();
          for (int key : List.copyOf(new LinkedHashSet<>(keys))) {
            Token value = valueOf(session.oracle.lookUp(key));
            if (value != null) {
              present.put(key, value);
            }
          }
          return inOrder(present);
        },
        () -> inOrder(session.cache.getAllPresent(keys)));
  }

  static @Nullable Token valueOf(@Nullable Slot slot) {
    return slot == null ? null : slot.value;
  }

  /** The entries as they come, to compare their order too. */
  static List<Map.Entry<Integer, Token>> inOrder(Map<Integer, Token> map) {
    return new ArrayList<>(map.entrySet());
  }
}
