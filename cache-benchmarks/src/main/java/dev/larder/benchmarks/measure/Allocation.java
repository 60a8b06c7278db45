package dev.larder.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Feature;
import dev.larder.benchmarks.workload.Keys;
import dev.larder.benchmarks.workload.Stage;
import dev.larder.benchmarks.workload.Subject;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The bytes that a cache at capacity allocates for an insertion, keys and values not counted, with
 * all of its maintenance in the same thread. The first batches only warm up: interpreted code
 * allocates what compiled code does not.
 */
record Allocation(String id, int maximum, List<Candidate> candidates) implements Measurement {
  static final String BYTES = "bytes";

  private static final int WARM_UP_BATCHES = 20;
  private static final int BATCHES = 10;
  private static final double SECONDS = 6;

  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  @Override
  public Samples run(Plan plan) {
    int entries = plan.entries(maximum);
    Samples samples = new Samples();
    for (Candidate candidate : candidates) {
      try (Stage stage = Stage.fill(candidate, Feature.SAME_THREAD, entries)) {
        long next = Stage.begin(0, entries);
        for (int batch = 0; batch < WARM_UP_BATCHES + BATCHES; batch++, next += entries) {
          double bytes = bytesPerInsertion(stage.cache(), keys(next, entries));
          if (batch >= WARM_UP_BATCHES) {
            samples.add(BYTES, candidate, bytes);
          }
        }
      }
    }
    return samples;
  }

  private static Long[] keys(long first, int count) {
    Long[] keys = new Long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = Keys.key(first + i);
    }
    return keys;
  }

  private static double bytesPerInsertion(Subject cache, Long[] keys) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    for (Long key : keys) {
      cache.put(key, key);
    }
    return (double) (THREADS.getThreadAllocatedBytes(thread) - before) / keys.length;
  }

  @Override
  public double seconds(Plan plan) {
    return SECONDS;
  }
}
