package dev.larder.cache.internal.node;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One entry, which is also its own link in the table and in the policy's lists. Each field has one
 * owner: the table, the policy, or the readers. All but {@code uses} are written under the lock of
 * the key's segment only.
 *
 * <p>An entry that carries no times may get another value in place. One that does is replaced by a
 * fresh one, so that a value is never read with the deadline of another.
 *
 * <p>40 bytes on a JVM with compressed references; see the subclasses for what they add.
 */
public class Node<K, V> {
  /** The deadline of an entry that does not expire. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Readers stop counting here, so that a hot entry is only read. */
  public static final int MAXIMUM_USES = 3;

  private static final VarHandle VALUE;
  private static final VarHandle NEXT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      VALUE = lookup.findVarHandle(Node.class, "value", Object.class);
      NEXT = lookup.findVarHandle(Node.class, "next", Node.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public final K key;

  /** The spread hash of the key. */
  public final int hash;

  /** Null for a known absence. Read with acquire by anybody. */
  @SuppressWarnings("UnusedVariable") // through VALUE
  private @Nullable V value;

  /** The table's: the rest of the chain. It stays as it is when this node is unlinked. */
  @SuppressWarnings("UnusedVariable") // through NEXT
  private @Nullable Node<K, V> next;

  /** The policy's: its neighbours in a list. */
  public @Nullable Node<K, V> before;

  /** The policy's: its neighbours in a list. */
  public @Nullable Node<K, V> after;

  /** The readers': how often it was used, up to {@link #MAXIMUM_USES}; counts may get lost. */
  private byte uses;

  /** The policy's: which of its lists this node is in; 0 if in none. */
  public byte list;

  /** Creates an entry that is not linked anywhere. */
  public Node(K key, int hash, @Nullable V value) {
    this.key = key;
    this.hash = hash;
    this.value = value;
  }

  /** Returns the time that lies so many nanoseconds after another; it saturates. */
  public static long deadline(long start, long nanos) {
    long deadline = start + nanos;
    return nanos == NEVER || (start > 0 && deadline < 0) ? NEVER : deadline;
  }

  /** Returns the value, or null if it is known that there is none. */
  @SuppressWarnings("unchecked")
  public final @Nullable V value() {
    return (V) VALUE.getAcquire(this);
  }

  /** Gives another value to an entry without times. */
  public final void value(V fresh) {
    VALUE.setRelease(this, fresh);
  }

  /** Returns the rest of the chain. */
  @SuppressWarnings("unchecked")
  public final @Nullable Node<K, V> next() {
    return (Node<K, V>) NEXT.getAcquire(this);
  }

  /** Sets the rest of the chain. */
  public final void next(@Nullable Node<K, V> rest) {
    NEXT.setRelease(this, rest);
  }

  /** Counts a use; racy, and a plain read for an entry that was used often. */
  public final void use() {
    byte count = uses;
    if (count < MAXIMUM_USES) {
      uses = (byte) (count + 1);
    }
  }

  /** Returns the uses counted since they were last set. */
  public final int uses() {
    return uses;
  }

  /** Sets the uses counted. */
  public final void uses(int count) {
    uses = (byte) count;
  }

  /** Returns the weight. */
  public int weight() {
    return 1;
  }

  /** Returns the time at which the entry expires, or {@link #NEVER}. */
  public long deadline() {
    return NEVER;
  }

  /** Returns true if the entry has not expired. */
  public final boolean isLive(long now) {
    long deadline = deadline();
    return deadline == NEVER || now < deadline;
  }
}
