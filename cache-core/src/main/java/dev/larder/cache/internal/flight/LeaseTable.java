package dev.larder.cache.internal.flight;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which leases are out, by key: all leases of a key since its last mutation share one {@link
 * Token}, and a mutation voids the token. While a load runs under it, the token is kept; else it is
 * held weakly, so that leases which were dropped without being closed leave nothing behind. Every
 * call is made under the lock of the cache, or of the segment whose leases these are.
 *
 * @param <L> the loads, of which a key has one at a time
 */
public final class LeaseTable<K, L> {
  /** A token, or a {@link Slot} that holds one weakly. */
  private final Map<K, Object> tokens = new HashMap<>();

  private final ReferenceQueue<Token> dropped = new ReferenceQueue<>();

  /** Creates a table without leases. */
  public LeaseTable() {}

  /** What the leases of one key share; {@code voided} is read without the lock. */
  public static final class Token {
    private volatile boolean voided;
    private int leases;
    private @Nullable Object load;

    /** Returns true if a mutation, or a publish, came in between. */
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
    Token token = token(key);
    if (token == null) {
      token = new Token();
      tokens.put(key, new Slot<>(key, token, dropped));
    }
    token.leases++;
    return token;
  }

  /** Takes one lease back. */
  public void giveBack(K key, Token token) {
    token.leases--;
    if (token.leases == 0 && !token.voided) {
      tokens.remove(key);
      token.voided = true;
    }
  }

  /** Returns the load that runs under the leases of a key; null if there is none. */
  @SuppressWarnings("unchecked") // only begin() sets it
  public @Nullable L load(K key) {
    return tokens.get(key) instanceof Token token ? (L) token.load : null;
  }

  /** Takes a lease for a load. */
  public Token begin(K key, L load) {
    forgetDropped();
    Token token = token(key);
    if (token == null) {
      token = new Token();
    }
    tokens.put(key, token);
    token.load = load;
    token.leases++;
    return token;
  }

  /** Takes the lease of a load back. */
  public void end(K key, Token token) {
    token.load = null;
    giveBack(key, token);
    if (token.leases > 0 && !token.voided) {
      tokens.put(key, new Slot<>(key, token, dropped));
    }
  }

  /** Voids the leases of a key. */
  public void voidLeases(K key) {
    if (!tokens.isEmpty()) {
      voidToken(tokens.remove(key));
    }
  }

  /** Voids the leases of all keys. */
  public void voidAll() {
    tokens.values().forEach(LeaseTable::voidToken);
    tokens.clear();
  }

  /** Returns the number of keys with leases out, dropped ones excluded. */
  public int size() {
    forgetDropped();
    return tokens.size();
  }

  private @Nullable Token token(K key) {
    return tokenOf(tokens.get(key));
  }

  private static @Nullable Token tokenOf(@Nullable Object tokenOrSlot) {
    return tokenOrSlot instanceof Slot<?> slot ? slot.get() : (Token) tokenOrSlot;
  }

  private static void voidToken(@Nullable Object tokenOrSlot) {
    Token token = tokenOf(tokenOrSlot);
    if (token != null) {
      token.voided = true;
    }
  }

  private void forgetDropped() {
    for (Object slot = dropped.poll(); slot != null; slot = dropped.poll()) {
      tokens.remove(((Slot<?>) slot).key, slot);
    }
  }
}
