package dev.larder.examples;

import dev.larder.cache.Cache;
import dev.larder.strategies.LazyLoadingCache;
import dev.larder.strategies.WriteThroughCache;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The three replays and the comparison of cache and database after each. Each replay is done twice,
 * each time with a new cache, and the second one counts: none is slower for being the first.
 */
final class Experiment {
  private static final int WRITE_EVERY = 20;

  private final ProductRepository repository;
  private final Supplier<Cache<Integer, Product>> caches;

  private long compared;
  private @Nullable String difference;

  /**
   * What came out.
   *
   * @param compared how many cached products were compared with their rows
   * @param difference what differed first; null if nothing did
   */
  record Result(Table table, long compared, @Nullable String difference) {}

  Experiment(ProductRepository repository, Supplier<Cache<Integer, Product>> caches) {
    this.repository = repository;
    this.caches = caches;
  }

  Result run(Trace trace, int threads, Progress.Display display) throws Exception {
    int[] requests = trace.requests();
    int[] writes =
        IntStream.range(0, requests.length)
            .filter(i -> Replay.isWrite(i, WRITE_EVERY))
            .map(i -> requests[i])
            .toArray();
    try (Progress progress = display.start(2 * (3L * requests.length + writes.length))) {
      Replay all = new Replay(requests, threads, progress);
      Replay writesAlone = new Replay(writes, threads, progress);
      Table table =
          new Table(
              measure(all, Replay.NEVER, Catalogue::of),
              measure(writesAlone, 1, Catalogue::of),
              measure(all, Replay.NEVER, this::lazyLoading),
              measure(all, WRITE_EVERY, this::writeThrough));
      return new Result(table, compared, difference);
    }
  }

  private Catalogue lazyLoading(MeteredSource source) {
    return Catalogue.of(LazyLoadingCache.of(caches.get(), source));
  }

  private Catalogue writeThrough(MeteredSource source) {
    return Catalogue.of(WriteThroughCache.of(LazyLoadingCache.of(caches.get(), source), source));
  }

  private Measurement measure(
      Replay replay, int writeEvery, Function<MeteredSource, Catalogue> catalogues)
      throws Exception {
    measureOnce(replay, writeEvery, catalogues);
    return measureOnce(replay, writeEvery, catalogues);
  }

  private Measurement measureOnce(
      Replay replay, int writeEvery, Function<MeteredSource, Catalogue> catalogues)
      throws Exception {
    MeteredSource source = new MeteredSource(new ProductSource(repository));
    try (Catalogue catalogue = catalogues.apply(source)) {
      Measurement measurement = replay.run(catalogue, source, writeEvery);
      compare(catalogue.cached());
      return measurement;
    }
  }

  private void compare(Map<Integer, Product> cached) throws Exception {
    for (Map.Entry<Integer, Product> entry : cached.entrySet()) {
      Product row = repository.find(entry.getKey());
      compared++;
      if (difference == null && !entry.getValue().equals(row)) {
        difference = "the cache has " + entry.getValue() + ", the database has " + row;
      }
    }
  }
}
