package dev.larder.testkit.model;

import dev.larder.cache.RemovalCause;
import dev.larder.testkit.model.Permissions.Permission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a cache has to do, for one thread: a map of slots, the leases that are out, the computes
 * that run, and the books. It knows no policy: which entries were evicted it is told by {@link
 * #lost}.
 *
 * <p>An entry whose time and retention are over may be reclaimed at any moment, and nobody sees
 * when: it becomes a ghost, of which only size, weight, statistics and listener still speak.
 */
final class Oracle {
  private final ModelConfig config;
  private final Drafting drafting;
  private final Books books;
  private final Permissions permissions = new Permissions();
  private final Map<Integer, Slot> slots = new TreeMap<>();
  private final Map<Integer, Slot> ghosts = new TreeMap<>();
  private final Set<Integer> loading = new HashSet<>();

  /** The computes that run, by key; true if a clear came in between. */
  private final Map<Integer, Boolean> computing = new HashMap<>();

  private long maximum;
  private long now;

  Oracle(ModelConfig config, long maximum) {
    this.config = config;
    this.drafting = new Drafting(config);
    this.books = new Books(config);
    this.maximum = config.isBounded() ? maximum : Long.MAX_VALUE;
  }

  // Looking

  long now() {
    return now;
  }

  void advance(long nanos) {
    now += nanos;
  }

  long maximum() {
    return maximum;
  }

  void maximum(long newMaximum) {
    maximum = newMaximum;
  }

  Books books() {
    return books;
  }

  Map<Integer, Slot> slots() {
    return slots;
  }

  Map<Integer, Slot> ghosts() {
    return ghosts;
  }

  @Nullable Slot live(int key) {
    Slot slot = slots.get(key);
    return slot != null && slot.isLive(now) ? slot : null;
  }

  @Nullable Token value(int key) {
    Slot slot = live(key);
    return slot == null ? null : slot.value;
  }

  Map<Integer, Token> liveValues() {
    Map<Integer, Token> live = new TreeMap<>();
    for (int key : slots.keySet()) {
      Token value = value(key);
      if (value != null) {
        live.put(key, value);
      }
    }
    return live;
  }

  static long weight(Map<Integer, Slot> slots) {
    long weight = 0;
    for (Slot slot : slots.values()) {
      weight += slot.weight;
    }
    return weight;
  }

  /** Returns true if a load or compute of the key runs, which therefore may not be loaded. */
  boolean isHeld(int key) {
    return loading.contains(key) || isComputing(key);
  }

  boolean isComputing(int key) {
    return computing.containsKey(key);
  }

  boolean isAnyComputing() {
    return !computing.isEmpty();
  }

  /** Returns true if a clear came in between since the compute of the key began. */
  boolean isCleared(int key) {
    return Boolean.TRUE.equals(computing.get(key));
  }

  // Reading

  /** Counts a lookup; a hit is a use. */
  @Nullable Slot lookUp(int key) {
    Slot slot = live(key);
    books.lookedUp(slot != null);
    if (slot != null && slot.value != null) {
      use(slot, slot.value);
    }
    return slot;
  }

  private void use(Slot slot, Token value) {
    if (config.accessNanos() != Times.NEVER) {
      slot.accessed(now + config.accessNanos());
    }
    if (config.expires() == ModelConfig.Expires.READING) {
      long remaining = slot.deadline() == Times.NEVER ? Times.NEVER : slot.deadline() - now;
      long timeToLive = value.timeToLiveFromRead(remaining);
      if (timeToLive != remaining) {
        slot.accessed(Times.plus(now, timeToLive));
      }
    }
  }

  // Writing

  /** Stores a value as put does. */
  void put(int key, Token value) {
    Slot slot = draft(key, value, now);
    permissions.voidOf(key);
    install(key, slot);
  }

  /** Stores a value with a time to live of its own. */
  void put(int key, Token value, long timeToLive) {
    Slot slot = drafting.explicit(value, timeToLive, now, now);
    permissions.voidOf(key);
    install(key, slot);
  }

  void remove(int key) {
    permissions.voidOf(key);
    bury(key);
    Slot old = slots.remove(key);
    if (old != null) {
      books.departs(key, old, old.isLive(now) ? RemovalCause.EXPLICIT : RemovalCause.EXPIRED);
    }
  }

  void clear() {
    permissions.voidAll();
    computing.replaceAll((key, cleared) -> true);
    ghosts.forEach((key, ghost) -> books.departs(key, ghost, RemovalCause.EXPIRED));
    ghosts.clear();
    slots.forEach(
        (key, old) ->
            books.departs(
                key, old, old.isLive(now) ? RemovalCause.EXPLICIT : RemovalCause.EXPIRED));
    slots.clear();
  }

  private Slot draft(int key, Token value, long start) {
    return drafting.configured(value, value(key) == null ? null : live(key), start, now);
  }

  private void install(int key, Slot slot) {
    boolean dead = !slot.isLive(now);
    boolean tooHeavy = slot.weight > maximum;
    bury(key);
    Slot old = slots.remove(key);
    if (old != null
        && (dead || tooHeavy || !Token.same(old.value, slot.value) || !old.isLive(now))) {
      books.departs(key, old, old.isLive(now) ? RemovalCause.REPLACED : RemovalCause.EXPIRED);
    }
    if (dead || tooHeavy) {
      books.departs(key, slot, dead ? RemovalCause.EXPIRED : RemovalCause.SIZE);
    } else {
      slots.put(key, slot);
    }
  }

  // Leaving

  /** Removes a slot that the cache turned out to have evicted. */
  Slot lost(int key) {
    Slot slot = slots.remove(key);
    if (slot == null) {
      throw new Mismatch("nothing of " + key + " could be lost");
    }
    books.departs(key, slot, slot.isLive(now) ? RemovalCause.SIZE : RemovalCause.EXPIRED);
    return slot;
  }

  /** Makes ghosts of what may be reclaimed at any time. */
  void expire() {
    for (Iterator<Map.Entry<Integer, Slot>> i = slots.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<Integer, Slot> entry = i.next();
      Slot slot = entry.getValue();
      if (!slot.isLive(now)
          && (slot.value == null || now >= Times.plus(slot.deadline(), config.retainNanos()))) {
        ghosts.put(entry.getKey(), slot);
        i.remove();
      }
    }
  }

  /** Removes a ghost: now it has certainly left, and the listener is to hear of it. */
  void bury(int key) {
    Slot ghost = ghosts.remove(key);
    if (ghost != null) {
      books.departs(key, ghost, RemovalCause.EXPIRED);
    }
  }

  /** Removes a ghost that the listener was told of. */
  void buried(int key) {
    Slot ghost = ghosts.remove(key);
    if (ghost != null) {
      books.count(ghost, RemovalCause.EXPIRED);
    }
  }

  // Leases

  Permission lease(int key) {
    return permissions.take(key, now);
  }

  void close(Permission permission) {
    permissions.close(permission);
  }

  /**
   * Publishes a value.
   *
   * @param stored asked whether the cache stored it, if only jitter decides
   */
  boolean publish(Permission permission, Token value, BooleanSupplier stored) {
    return permission.isValid()
        && land(permission, draft(permission.key, value, permission.start), stored);
  }

  boolean publish(Permission permission, Token value, long timeToLive) {
    return permission.isValid()
        && land(
            permission, drafting.explicit(value, timeToLive, permission.start, now), () -> false);
  }

  boolean publishAbsent(Permission permission, long timeToLive) {
    return permission.isValid()
        && land(permission, drafting.absent(timeToLive, permission.start), () -> false);
  }

  /** Returns true if only jitter decides whether the value would be dead when it is published. */
  boolean isUncertain(Permission permission, Token value) {
    return permission.isValid() && !draft(permission.key, value, permission.start).isCertain(now);
  }

  private boolean land(Permission permission, Slot slot, BooleanSupplier stored) {
    if (isComputing(permission.key)) {
      return false;
    }
    if (slot.isCertain(now) ? !slot.isLive(now) : !stored.getAsBoolean()) {
      books.departs(permission.key, slot, RemovalCause.EXPIRED);
      return false;
    }
    permissions.voidOf(permission.key);
    install(permission.key, slot);
    return true;
  }

  // Loads

  Permission beginLoad(int key) {
    loading.add(key);
    return lease(key);
  }

  /**
   * Ends a load that returned.
   *
   * @param sharedBy how many keys one call of the loader loaded
   * @param stored as in {@link #publish}
   */
  void endLoad(Permission load, @Nullable Token value, int sharedBy, BooleanSupplier stored) {
    loading.remove(load.key);
    books.loaded((now - load.start) / sharedBy);
    try {
      boolean published = value != null && publish(load, value, stored);
      if (!published && !load.isValid()) {
        books.discarded();
      }
    } finally {
      close(load);
    }
  }

  void failLoad(Permission load, int sharedBy) {
    loading.remove(load.key);
    books.failedToLoad((now - load.start) / sharedBy);
    close(load);
  }

  // Computes

  void beginCompute(int key) {
    permissions.voidOf(key);
    computing.put(key, false);
  }

  /** Ends a compute whose function returned. */
  void endCompute(int key, @Nullable Token next) {
    boolean cleared = Boolean.TRUE.equals(computing.remove(key));
    if (cleared) {
      return;
    }
    if (next == null) {
      remove(key);
    } else {
      put(key, next);
    }
  }

  /** Ends a compute whose function threw. */
  void failCompute(int key) {
    computing.remove(key);
  }
}
