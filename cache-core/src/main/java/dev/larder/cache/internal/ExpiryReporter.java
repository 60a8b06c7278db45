package dev.larder.cache.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The daemon thread that makes caches with a listener report expiries nobody ran into. All caches
 * share it, it holds them weakly, and it lives only while there are any.
 */
public final class ExpiryReporter {
  private static final System.Logger LOG = System.getLogger(ExpiryReporter.class.getName());
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final ExpiryReporter INSTANCE = new ExpiryReporter();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  @GuardedBy("lock")
  private final List<WeakReference<Client>> clients = new ArrayList<>();

  @GuardedBy("lock")
  private @Nullable Thread thread;

  /** A cache that wants to be woken. */
  public interface Client {
    /** Reports what has expired. */
    void reportExpired();
  }

  /** Returns the one there is. */
  public static ExpiryReporter instance() {
    return INSTANCE;
  }

  /** Wakes a client from now on. */
  public void add(Client client) {
    lock.lock();
    try {
      clients.add(new WeakReference<>(client));
      if (thread == null) {
        thread = new Thread(null, this::run, "larder-expiry", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Stops that. */
  public void remove(Client client) {
    lock.lock();
    try {
      clients.removeIf(reference -> reference.refersTo(client));
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (waitAPeriod()) {
      for (WeakReference<Client> reference : snapshot()) {
        Client client = reference.get();
        if (client != null) {
          report(client);
        }
      }
    }
  }

  /** Returns false, and lets the thread end, if there is nothing left to do. */
  private boolean waitAPeriod() {
    lock.lock();
    try {
      long left = PERIOD_NANOS;
      while (left > 0 && hasClients()) {
        left = changed.awaitNanos(left);
      }
      if (!hasClients()) {
        thread = null;
        return false;
      }
      return true;
    } catch (InterruptedException e) {
      return true; // nobody has a reason to interrupt it: report early and go on
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private boolean hasClients() {
    clients.removeIf(reference -> reference.refersTo(null));
    return !clients.isEmpty();
  }

  private List<WeakReference<Client>> snapshot() {
    lock.lock();
    try {
      return new ArrayList<>(clients);
    } finally {
      lock.unlock();
    }
  }

  private static void report(Client client) {
    try {
      client.reportExpired();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "reporting expiries failed", e);
    }
  }
}
