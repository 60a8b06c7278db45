package dev.larder.cache.internal.flight;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which leases are out that were taken by hand, by key: all leases of a key since its last mutation
 * share one {@link Token}, and a mutation voids the token. Tokens are held weakly, so that leases
 * which were dropped without being closed leave nothing behind. Every call is made under the lock
 * of the cache, or of the segment whose leases these are.
 */
public final class LeaseTable<K> {
  private final Map<K, Slot<K>> slots = new HashMap<>();
  private final ReferenceQueue<Token> dropped = new ReferenceQueue<>();

  /** Creates a table without leases. */
  public LeaseTable() {}

  /** What the leases of one key share; {@code voided} is read without the lock. */
  public static final class Token implements Leased {
    private volatile boolean voided;
    private int leases;

    @Override
    public boolean isVoid() {
      return voided;
    }
  }

  private static final class Slot<K> extends WeakReference<Token> {
    private final K key;

    Slot(K key, Token token, ReferenceQueue<Token> queue) {
      super(token, queue);
      this.key = key;
    }
  }

  /** Returns the token of the leases of a key, for one more. */
  public Token take(K key) {
    forgetDropped();
    Slot<K> slot = slots.get(key);
    Token token = slot == null ? null : slot.get();
    if (token == null) {
      token = new Token();
      slots.put(key, new Slot<>(key, token, dropped));
    }
    token.leases++;
    return token;
  }

  /** Takes one lease back. */
  public void giveBack(K key, Token token) {
    token.leases--;
    if (token.leases == 0 && !token.voided) {
      slots.remove(key);
    }
  }

  /** Voids the leases of a key. */
  public void voidLeases(K key) {
    if (!slots.isEmpty()) {
      voidToken(slots.remove(key));
    }
  }

  /** Voids the leases of all keys. */
  public void voidAll() {
    slots.values().forEach(LeaseTable::voidToken);
    slots.clear();
  }

  /** Returns the number of keys with leases out, dropped ones excluded. */
  public int size() {
    forgetDropped();
    return slots.size();
  }

  private static void voidToken(@Nullable Slot<?> slot) {
    Token token = slot == null ? null : slot.get();
    if (token != null) {
      token.voided = true;
    }
  }

  private void forgetDropped() {
    for (Object slot = dropped.poll(); slot != null; slot = dropped.poll()) {
      slots.remove(((Slot<?>) slot).key, slot);
    }
  }
}
