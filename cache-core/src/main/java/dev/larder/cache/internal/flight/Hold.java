package dev.larder.cache.internal.flight;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A key held by one thread until {@link #end}: a running load, a running compute, or a place in the
 * line of writers. Other threads wait for its end through {@link Waits#await}.
 */
public class Hold {
  private static final CompletableFuture<@Nullable Void> ENDED =
      CompletableFuture.completedFuture(null);
  private static final VarHandle END;

  static {
    try {
      END = MethodHandles.lookup().findVarHandle(Hold.class, "end", CompletableFuture.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What the key is held for. */
  public enum Kind {
    LOAD,
    COMPUTE,
    WRITE
  }

  private final Scope scope;
  private final Kind kind;
  private final Object key;
  private final Worker owner;

  /** Null until somebody waits for it or it has ended. */
  private volatile @Nullable CompletableFuture<@Nullable Void> end;

  /** Its neighbours in what the owner holds; the owner's. */
  @Nullable Hold outer;

  @Nullable Hold inner;

  /** Set when the owner left the line; then waiting for this is waiting for that. */
  @GuardedBy("Waits.LOCK")
  private @Nullable Hold insteadOf;

  /** Begins a hold of the current thread, which holds a key at most once for one thing. */
  public Hold(Scope scope, Kind kind, Object key) {
    this.scope = scope;
    this.kind = kind;
    this.key = key;
    this.owner = Worker.current();
  }

  /** Puts this on top of what the current thread holds. */
  public final void begin() {
    owner.push(this);
  }

  /** Ends the hold: everybody who waits for it goes on. Called by the owner. */
  public final void end() {
    owner.pop(this);
    complete();
    scope.released();
  }

  private void complete() {
    @SuppressWarnings("unchecked") // the field's type
    CompletableFuture<@Nullable Void> waiting =
        (CompletableFuture<@Nullable Void>) END.getAndSet(this, ENDED);
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  /**
   * Leaves the line before it was this one's turn: whoever waits for this waits for {@code before}.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it cannot fail
  final void endAfter(Hold before) {
    Waits.replace(this, before);
    owner.pop(this);
    before.ended().whenComplete((nothing, failure) -> complete());
  }

  /** Returns true if the current thread is the one that holds it. */
  public final boolean isOwn() {
    return owner.isCurrent();
  }

  /** Returns true if nobody has to wait for this any more. */
  public final boolean hasEnded() {
    CompletableFuture<@Nullable Void> current = end;
    return current != null && current.isDone();
  }

  /** Returns what is completed when it ends. */
  final CompletableFuture<@Nullable Void> ended() {
    CompletableFuture<@Nullable Void> current = end;
    if (current == null) {
      END.compareAndSet(this, null, new CompletableFuture<@Nullable Void>());
      current = Objects.requireNonNull(end);
    }
    return current;
  }

  final Scope scope() {
    return scope;
  }

  final Kind kind() {
    return kind;
  }

  final Object key() {
    return key;
  }

  final boolean is(Scope otherScope, Kind otherKind, Object otherKey) {
    return scope == otherScope && kind == otherKind && key.equals(otherKey);
  }

  final Worker owner() {
    return owner;
  }

  @GuardedBy("Waits.LOCK")
  final @Nullable Hold insteadOf() {
    return insteadOf;
  }

  @GuardedBy("Waits.LOCK")
  final void insteadOf(Hold before) {
    insteadOf = before;
  }
}
