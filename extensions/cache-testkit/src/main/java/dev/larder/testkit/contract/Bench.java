package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheAdapter;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.FaultyDataSource;
import dev.larder.testkit.Gate;
import dev.larder.testkit.InMemoryDataSource;
import dev.larder.testkit.LoadingAdapter;
import dev.larder.testkit.SourceCall;
import dev.larder.testkit.WritingAdapter;
import java.time.Duration;
import java.util.function.Function;

/** What a test of a cache over a source works with. Its threads end with it. */
final class Bench<A extends CacheAdapter<String, String>> implements AutoCloseable {
  final InMemoryDataSource<String, String> table = new InMemoryDataSource<>();
  final FaultyDataSource<String, String> source = new FaultyDataSource<>(table);
  final A subject;
  final Cache<String, String> cache;
  final Workers workers;
  private final Duration patience;

  private Bench(Function<FaultyDataSource<String, String>, A> subject, Duration patience) {
    this.subject = subject.apply(source);
    this.cache = this.subject.cache();
    this.patience = patience;
    this.workers = new Workers(patience);
  }

  static Bench<LoadingAdapter<String, String>> of(LoadingPart part) {
    return of(part, new CacheSpec<>());
  }

  static Bench<LoadingAdapter<String, String>> of(
      LoadingPart part, CacheSpec<String, String> spec) {
    return new Bench<>(source -> part.fixture().create(spec, source), part.patience());
  }

  static Bench<WritingAdapter<String, String>> of(WritingPart part) {
    return of(part, new CacheSpec<>());
  }

  static Bench<WritingAdapter<String, String>> of(
      WritingPart part, CacheSpec<String, String> spec) {
    return new Bench<>(source -> part.fixture().create(spec, source), part.patience());
  }

  /** Adds a row behind the cache's back. */
  void row(String key, String value) {
    table.rows().put(key, value);
  }

  /** Parks the next call of that kind before the source does anything. */
  Gate parkBefore(SourceCall kind) {
    return source.next(kind, Gate.before());
  }

  /** Parks the next call of that kind when the source has done its work. */
  Gate parkAfter(SourceCall kind) {
    return source.next(kind, Gate.after());
  }

  /** Waits until somebody has come to the gate. */
  void arrived(Gate gate) {
    gate.awaitArrival(patience);
  }

  @Override
  public void close() {
    workers.close();
  }
}
