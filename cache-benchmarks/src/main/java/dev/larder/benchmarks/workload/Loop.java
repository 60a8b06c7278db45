package dev.larder.benchmarks.workload;

import java.util.function.LongUnaryOperator;

/**
 * Operates on a stage for a number of nanoseconds and returns how many operations it did. An
 * operation that misses is an error: every one of them ends with a value.
 */
final class Loop implements LongUnaryOperator {
  private static final int BATCH = 256;

  private final Workload workload;
  private final Stage stage;
  private long next;

  Loop(Workload workload, Stage stage, long begin) {
    this.workload = workload;
    this.stage = stage;
    this.next = begin;
  }

  @Override
  public long applyAsLong(long nanos) {
    long deadline = System.nanoTime() + nanos;
    long begin = next;
    do {
      operateBatch();
    } while (System.nanoTime() - deadline < 0);
    return next - begin;
  }

  /** Fields are left alone during a batch: the loops of other threads may share a cache line. */
  private void operateBatch() {
    long begin = next;
    int misses = 0;
    for (long number = begin; number < begin + BATCH; number++) {
      if (workload.operate(stage, number) == null) {
        misses++;
      }
    }
    if (misses > 0) {
      throw new IllegalStateException(misses + " of " + BATCH + " operations miss: " + workload);
    }
    next = begin + BATCH;
  }
}
