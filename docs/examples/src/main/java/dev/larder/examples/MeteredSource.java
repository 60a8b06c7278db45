package dev.larder.examples;

import dev.larder.strategies.DataSource;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what reaches the database, and what each thread spends in it. A load runs in the thread
 * that asked for the value, so a thread can tell its misses from its hits, and what they cost
 * beside the database.
 */
final class MeteredSource implements DataSource<Integer, Product> {
  private final DataSource<Integer, Product> source;
  private final LongAdder reads = new LongAdder();
  private final LongAdder writes = new LongAdder();
  private final ThreadLocal<Usage> usages = ThreadLocal.withInitial(Usage::new);

  MeteredSource(DataSource<Integer, Product> source) {
    this.source = source;
  }

  @Override
  public @Nullable Product load(Integer id) throws Exception {
    reads.increment();
    long start = System.nanoTime();
    Product product = source.load(id);
    usages.get().add(System.nanoTime() - start);
    return product;
  }

  @Override
  public void write(Integer id, Product product) throws Exception {
    writes.increment();
    long start = System.nanoTime();
    source.write(id, product);
    usages.get().add(System.nanoTime() - start);
  }

  long reads() {
    return reads.sum();
  }

  long writes() {
    return writes.sum();
  }

  /** Returns the calling thread's own usage, live; for no other thread to look at. */
  Usage ofThisThread() {
    return usages.get();
  }

  /** What one thread has called. */
  static final class Usage {
    private long calls;
    private long nanos;

    private void add(long callNanos) {
      calls++;
      nanos += callNanos;
    }

    long calls() {
      return calls;
    }

    long nanos() {
      return nanos;
    }
  }
}
