package dev.larder.testkit;

import dev.larder.strategies.CacheLoadException;
import dev.larder.strategies.CacheWriteException;
import dev.larder.strategies.CacheWriteException.Outcome;
import dev.larder.strategies.DataSource;
import dev.larder.strategies.WriteRejectedException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A source that goes wrong as a test says. {@link #next} scripts the next calls of a kind, one
 * fault each, in order. {@link #fail} lets every call for a key fail until {@link #heal}: a bulk
 * call then does the other keys and reports per key, as {@link CacheLoadException} and {@link
 * CacheWriteException} have it; keys that failed otherwise than by a {@link WriteRejectedException}
 * are left unreported.
 */
public final class FaultyDataSource<K, V> implements DataSource<K, V> {
  private final DataSource<K, V> source;
  private final ConcurrentMap<SourceCall, Queue<Fault>> scripts = new ConcurrentHashMap<>();
  private final ConcurrentMap<K, Exception> failures = new ConcurrentHashMap<>();

  /** Wraps a source. */
  public FaultyDataSource(DataSource<K, V> source) {
    this.source = source;
  }

  /** Scripts the next call of that kind that has no fault yet. */
  public <F extends Fault> F next(SourceCall kind, F fault) {
    script(kind).add(fault);
    return fault;
  }

  /** Lets every call for the key fail, before it has any effect. */
  public void fail(K key, Exception failure) {
    failures.put(key, failure);
  }

  /** Lets calls for the key succeed again. */
  public void heal(K key) {
    failures.remove(key);
  }

  @Override
  public @Nullable V load(K key) throws Exception {
    return scripted(SourceCall.LOAD, () -> checked(key).load(key));
  }

  @Override
  public @Nullable V reload(K key, V oldValue) throws Exception {
    return scripted(SourceCall.RELOAD, () -> checked(key).reload(key, oldValue));
  }

  @Override
  public void write(K key, V value) throws Exception {
    scripted(SourceCall.WRITE, () -> done(() -> checked(key).write(key, value)));
  }

  @Override
  public void delete(K key) throws Exception {
    scripted(SourceCall.DELETE, () -> done(() -> checked(key).delete(key)));
  }

  @Override
  public Map<K, V> loadAll(Set<? extends K> keys) throws Exception {
    return scripted(
        SourceCall.LOAD_ALL,
        () -> {
          Map<K, Exception> failed = failed(keys);
          Map<K, V> loaded = source.loadAll(without(failed.keySet(), keys));
          if (!failed.isEmpty()) {
            throw new CacheLoadException(loaded, failed);
          }
          return loaded;
        });
  }

  @Override
  public void writeAll(Map<? extends K, ? extends V> entries) throws Exception {
    scripted(
        SourceCall.WRITE_ALL,
        () -> {
          Map<K, V> good = new LinkedHashMap<>(entries);
          good.keySet().removeAll(failures.keySet());
          source.writeAll(good);
          report(entries.keySet());
          return null;
        });
  }

  @Override
  public void deleteAll(Set<? extends K> keys) throws Exception {
    scripted(
        SourceCall.DELETE_ALL,
        () -> {
          source.deleteAll(without(failures.keySet(), keys));
          report(keys);
          return null;
        });
  }

  private void report(Set<? extends K> keys) {
    Map<K, Outcome> outcomes = new LinkedHashMap<>();
    Exception cause = null;
    for (K key : keys) {
      Exception failure = failures.get(key);
      if (failure == null) {
        outcomes.put(key, Outcome.WRITTEN);
      } else {
        cause = failure;
        if (failure instanceof WriteRejectedException) {
          outcomes.put(key, Outcome.REJECTED);
        }
      }
    }
    if (cause != null) {
      throw new CacheWriteException(outcomes, cause);
    }
  }

  private DataSource<K, V> checked(K key) throws Exception {
    Exception failure = failures.get(key);
    if (failure != null) {
      throw failure;
    }
    return source;
  }

  private Map<K, Exception> failed(Set<? extends K> keys) {
    Map<K, Exception> failed = new LinkedHashMap<>(failures);
    failed.keySet().retainAll(keys);
    return failed;
  }

  private static <K> Set<K> without(Set<? extends K> excluded, Set<? extends K> keys) {
    Set<K> rest = new HashSet<>(keys);
    rest.removeAll(excluded);
    return rest;
  }

  private Queue<Fault> script(SourceCall kind) {
    return scripts.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>());
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a fault returns what it got
  private <R extends @Nullable Object> R scripted(SourceCall kind, Callable<R> call)
      throws Exception {
    Fault fault = script(kind).poll();
    return fault == null ? call.call() : (R) fault.around(call);
  }

  private static @Nullable Void done(Step step) throws Exception {
    step.run();
    return null;
  }

  /** A call without a result. */
  private interface Step {
    void run() throws Exception;
  }
}
