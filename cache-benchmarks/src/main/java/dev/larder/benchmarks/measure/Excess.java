package dev.larder.benchmarks.measure;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Feature;
import dev.larder.benchmarks.workload.Keys;
import dev.larder.benchmarks.workload.Stage;
import dev.larder.benchmarks.workload.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The most entries above the maximum that were ever seen: by a thread that asks for the size while
 * others write as fast as they can, and by walking over the entries once they have stopped, since a
 * cache may count wrongly.
 */
record Excess(String id, int maximum, int writers, List<Candidate> candidates)
    implements Measurement {
  static final String ENTRIES = "entries";

  @Override
  public Samples run(Plan plan) {
    Samples samples = new Samples();
    try (Crew crew = new Crew(writers + 1)) {
      for (Candidate candidate : candidates) {
        try (Subject cache = candidate.create(maximum, Feature.PLAIN)) {
          long most = Collections.max(crew.run(tasks(cache, plan.excessNanos())));
          double seen = Math.max(maximum, Math.max(most, cache.count()));
          samples.add(ENTRIES, candidate, seen - maximum);
        }
      }
    }
    return samples;
  }

  private List<Callable<Long>> tasks(Subject cache, long nanos) {
    List<Callable<Long>> tasks = new ArrayList<>();
    tasks.add(() -> watch(cache, nanos));
    for (int writer = 0; writer < writers; writer++) {
      long begin = Stage.begin(writer, maximum);
      tasks.add(() -> write(cache, begin, nanos));
    }
    return tasks;
  }

  /** Returns the greatest size seen. */
  private static long watch(Subject cache, long nanos) {
    long end = System.nanoTime() + nanos;
    long most = 0;
    do {
      most = Math.max(most, cache.size());
    } while (System.nanoTime() - end < 0);
    return most;
  }

  private static long write(Subject cache, long begin, long nanos) {
    long end = System.nanoTime() + nanos;
    long number = begin;
    do {
      Long key = Keys.key(number++);
      cache.put(key, key);
    } while (System.nanoTime() - end < 0);
    return cache.size();
  }

  @Override
  public double seconds(Plan plan) {
    return candidates.size() * plan.excessNanos() / 1e9;
  }
}
