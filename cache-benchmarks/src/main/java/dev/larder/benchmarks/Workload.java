package dev.larder.benchmarks;

import java.util.List;

/** A row of the report: a method of {@link CacheBenchmark}, with some threads, for some caches. */
record Workload(String title, String method, int threads, List<Candidate> candidates) {
  private static final List<Candidate> BOUNDED = List.of(Candidate.LARDER, Candidate.CAFFEINE);

  static final List<Workload> ALL =
      List.of(
          new Workload("hit, 1 thread", "hit", 1, List.of(Candidate.values())),
          new Workload("hit, 2 threads", "hit", 2, List.of(Candidate.values())),
          new Workload("miss and load", "missAndLoad", 1, BOUNDED),
          new Workload("put at capacity", "putAtCapacity", 1, BOUNDED));

  /** Returns a pattern for the name of the benchmark, as JMH wants it. */
  String include() {
    return "\\.CacheBenchmark\\." + method + "$";
  }
}
