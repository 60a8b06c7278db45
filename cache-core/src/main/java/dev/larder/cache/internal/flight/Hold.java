package dev.larder.cache.internal.flight;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A key held by one thread until {@link #end}: a running load, a running compute, or a place in the
 * line of writers. Other threads wait for its end through {@link Waits#await}.
 */
public class Hold {

  /** What the key is held for. */
  public enum Kind {
    LOAD,
    COMPUTE,
    WRITE
  }

  /** What is held; a thread holds it at most once. */
  record Id(Scope scope, Kind kind, Object key) {}

  private final Id id;
  private final Worker owner;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Set when the owner left the line; then waiting for this is waiting for that. */
  @GuardedBy("Waits.LOCK")
  private @Nullable Hold insteadOf;

  /** Begins a hold of the current thread. */
  public Hold(Scope scope, Kind kind, Object key) {
    this.id = new Id(scope, kind, key);
    this.owner = Worker.current();
  }

  /** Puts this on top of what the current thread holds. */
  public final void begin() {
    owner.push(this);
  }

  /** Ends the hold: everybody who waits for it goes on. Called by the owner. */
  public final void end() {
    owner.pop(this);
    ended.complete(null);
    id.scope().released();
  }

  /**
   * Leaves the line before it was this one's turn: whoever waits for this waits for {@code before}.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it cannot fail
  final void endAfter(Hold before) {
    Waits.replace(this, before);
    owner.pop(this);
    before.ended.whenComplete((nothing, failure) -> ended.complete(null));
  }

  /** Returns true if the current thread is the one that holds it. */
  public final boolean isOwn() {
    return owner.isCurrent();
  }

  /** Returns true if nobody has to wait for this any more. */
  public final boolean hasEnded() {
    return ended.isDone();
  }

  final CompletableFuture<Void> ended() {
    return ended;
  }

  final Id id() {
    return id;
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
