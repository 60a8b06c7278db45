package dev.larder.testkit.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The leases that are out. */
final class Permissions {
  private final List<Permission> out = new ArrayList<>();

  /** A lease that is out, of a user or of a load. */
  static final class Permission {
    final int key;
    final long start;
    private boolean valid = true;

    Permission(int key, long start) {
      this.key = key;
      this.start = start;
    }

    boolean isValid() {
      return valid;
    }
  }

  Permission take(int key, long now) {
    Permission permission = new Permission(key, now);
    out.add(permission);
    return permission;
  }

  void close(Permission permission) {
    permission.valid = false;
    out.remove(permission);
  }

  void voidOf(int key) {
    for (Iterator<Permission> i = out.iterator(); i.hasNext(); ) {
      Permission permission = i.next();
      if (permission.key == key) {
        permission.valid = false;
        i.remove();
      }
    }
  }

  void voidAll() {
    out.forEach(permission -> permission.valid = false);
    out.clear();
  }
}
