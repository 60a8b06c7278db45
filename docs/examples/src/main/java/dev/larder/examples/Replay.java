package dev.larder.examples;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Replays requests for products with a number of threads, each taking the next request when it is
 * done with its last, and measures each request, the two readings of the clock (some 50 ns)
 * included.
 */
final class Replay {
  /** For a replay that only reads. */
  static final int NEVER = Integer.MAX_VALUE;

  private final int[] requests;
  private final int threads;
  private final Progress progress;

  Replay(int[] requests, int threads, Progress progress) {
    this.requests = requests;
    this.threads = threads;
    this.progress = progress;
  }

  /** Returns true if the request of that number updates a price. */
  static boolean isWrite(int request, int writeEvery) {
    return request % writeEvery == writeEvery - 1;
  }

  /** Replays all requests; each {@code writeEvery}th one updates the price of its product. */
  Measurement run(Catalogue catalogue, MeteredSource source, int writeEvery)
      throws ExecutionException, InterruptedException {
    Measurement measurement = new Measurement();
    Worker worker = new Worker(catalogue, source, writeEvery, measurement);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      for (Future<@Nullable Void> end : pool.invokeAll(Collections.nCopies(threads, worker))) {
        end.get();
      }
      measurement.end(System.nanoTime() - start, source.reads(), source.writes());
      return measurement;
    } finally {
      pool.shutdownNow();
    }
  }

  /** One for all threads. */
  private final class Worker implements Callable<@Nullable Void> {
    private final Catalogue catalogue;
    private final MeteredSource source;
    private final int writeEvery;
    private final Measurement measurement;
    private final AtomicInteger next = new AtomicInteger();

    Worker(Catalogue catalogue, MeteredSource source, int writeEvery, Measurement measurement) {
      this.catalogue = catalogue;
      this.source = source;
      this.writeEvery = writeEvery;
      this.measurement = measurement;
    }

    @Override
    public @Nullable Void call() throws Exception {
      MeteredSource.Usage usage = source.ofThisThread();
      for (int i = next.getAndIncrement(); i < requests.length; i = next.getAndIncrement()) {
        if (isWrite(i, writeEvery)) {
          save(Product.numbered(requests[i]).withPrice(BigDecimal.valueOf(i, 2)), usage);
        } else {
          find(requests[i], usage);
        }
        progress.step();
      }
      return null;
    }

    private void find(int id, MeteredSource.Usage database) throws Exception {
      long callsBefore = database.calls();
      long nanosBefore = database.nanos();
      long start = System.nanoTime();
      Product product = catalogue.find(id);
      long nanos = System.nanoTime() - start;
      if (product == null || product.id() != id) {
        throw new IllegalStateException("asked for product " + id + ", got " + product);
      }
      if (database.calls() == callsBefore) {
        measurement.hit(nanos);
      } else {
        measurement.miss(nanos, database.nanos() - nanosBefore);
      }
    }

    private void save(Product product, MeteredSource.Usage database) throws Exception {
      long nanosBefore = database.nanos();
      long start = System.nanoTime();
      catalogue.save(product);
      long nanos = System.nanoTime() - start;
      measurement.write(nanos, database.nanos() - nanosBefore);
    }
  }
}
