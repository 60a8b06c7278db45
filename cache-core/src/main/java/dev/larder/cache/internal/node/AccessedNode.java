package dev.larder.cache.internal.node;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * An entry with a write time of its own and a second deadline, which reads move; 80 bytes. Reads do
 * so without a lock and leave the queue of deadlines alone: an entry is sorted by the deadline it
 * once had, and sorted anew when that has passed.
 */
public final class AccessedNode<K, V> extends ExpiringNode<K, V> {
  private static final VarHandle ACCESS_DEADLINE;

  static {
    try {
      ACCESS_DEADLINE =
          MethodHandles.lookup().findVarHandle(AccessedNode.class, "accessDeadline", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long writeTime;

  @SuppressWarnings("UnusedVariable") // through ACCESS_DEADLINE
  private long accessDeadline;

  private long scheduled;

  /** Creates an entry that is not linked anywhere. */
  public AccessedNode(
      K key,
      int hash,
      @Nullable V value,
      int weight,
      long writeTime,
      long writeDeadline,
      long accessDeadline) {
    super(key, hash, value, weight, writeDeadline);
    this.writeTime = writeTime;
    this.accessDeadline = accessDeadline;
    this.scheduled = Math.min(writeDeadline, accessDeadline);
  }

  /** Returns the deadline that reads move. */
  public long accessDeadline() {
    return (long) ACCESS_DEADLINE.getOpaque(this);
  }

  /** Moves that deadline from what a read has seen of it; false if another read was faster. */
  public boolean accessDeadline(long seen, long fresh) {
    return ACCESS_DEADLINE.compareAndSet(this, seen, fresh);
  }

  @Override
  public long deadline() {
    return Math.min(super.deadline(), accessDeadline());
  }

  @Override
  public long writeTime(long timeToLive) {
    return writeTime;
  }

  @Override
  public long scheduled() {
    return scheduled;
  }

  @Override
  public boolean reschedule() {
    long deadline = deadline();
    boolean moved = deadline != scheduled;
    scheduled = deadline;
    return moved;
  }
}
