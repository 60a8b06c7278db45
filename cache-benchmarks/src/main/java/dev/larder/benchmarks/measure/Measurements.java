package dev.larder.benchmarks.measure;

import static dev.larder.benchmarks.workload.Candidate.CACHE2K;
import static dev.larder.benchmarks.workload.Candidate.CAFFEINE;
import static dev.larder.benchmarks.workload.Candidate.CONCURRENT_HASH_MAP;
import static dev.larder.benchmarks.workload.Candidate.LARDER;

import dev.larder.benchmarks.workload.Candidate;
import dev.larder.benchmarks.workload.Feature;
import dev.larder.benchmarks.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All measurements. */
public final class Measurements {
  private static final int SMALL = 1 << 12;
  private static final int MEDIUM = 1 << 16;
  private static final int LARGE = 1 << 20;

  private static final List<Candidate> ALL =
      List.of(LARDER, CAFFEINE, CACHE2K, CONCURRENT_HASH_MAP);
  private static final List<Candidate> BOUNDED = List.of(LARDER, CAFFEINE, CACHE2K);
  private static final List<Candidate> EXACT = List.of(LARDER, CAFFEINE);

  private static final Map<String, Measurement> BY_ID =
      Stream.of(
              throughput("hit 4K", Workload.HIT, SMALL, 1, ALL),
              throughput("hit 64K", Workload.HIT, MEDIUM, 1, ALL),
              throughput("hit 1M", Workload.HIT, LARGE, 1, ALL),
              throughput("hit 64K x2", Workload.HIT, MEDIUM, 2, ALL),
              throughput("mixed 64K x2", Workload.MIXED, MEDIUM, 2, ALL),
              throughput("replace 64K", Workload.REPLACE, MEDIUM, 1, ALL),
              throughput("replace 64K x2", Workload.REPLACE, MEDIUM, 2, ALL),
              throughput("load hit 64K", Workload.LOAD_HIT, MEDIUM, 1, ALL),
              throughput("load miss 64K", Workload.LOAD_MISS, MEDIUM, 1, BOUNDED),
              throughput("insert 64K", Workload.INSERT, MEDIUM, 1, BOUNDED),
              throughput("insert 64K x2", Workload.INSERT, MEDIUM, 2, BOUNDED),
              throughput("insert 1M", Workload.INSERT, LARGE, 1, BOUNDED),
              expiry("hit 64K exact clock", Feature.WRITE_EXPIRY, EXACT),
              expiry("hit 64K coarse clock", Feature.COARSE_WRITE_EXPIRY, BOUNDED),
              expiry("hit 64K shared coarse clock", Feature.SHARED_COARSE_CLOCK, EXACT),
              memory("bytes plain", Feature.PLAIN),
              memory("bytes write expiry", Feature.WRITE_EXPIRY),
              memory("bytes access expiry", Feature.ACCESS_EXPIRY),
              memory("bytes weights", Feature.WEIGHTS),
              memory("bytes listener", Feature.LISTENER),
              memory("bytes stats", Feature.STATS),
              new Allocation("allocation", MEDIUM, BOUNDED),
              new Latency("put latency x2", MEDIUM, 2, BOUNDED),
              new Excess("excess 1000", 1_000, 4, BOUNDED),
              new Excess("excess 64K", MEDIUM, 4, BOUNDED))
          .collect(Collectors.toMap(Measurement::id, Function.identity()));

  private Measurements() {}

  /** Returns all names. */
  public static Set<String> ids() {
    return BY_ID.keySet();
  }

  /** Returns a measurement. */
  public static Measurement byId(String id) {
    Measurement measurement = BY_ID.get(id);
    if (measurement == null) {
      throw new IllegalArgumentException("no measurement is called " + id);
    }
    return measurement;
  }

  private static Measurement throughput(
      String id, Workload workload, int maximum, int threads, List<Candidate> candidates) {
    return new Throughput(id, workload, Feature.PLAIN, maximum, threads, candidates);
  }

  private static Measurement memory(String id, Feature feature) {
    return new Memory(id, feature, MEDIUM, able(ALL, feature));
  }

  private static Measurement expiry(String id, Feature feature, List<Candidate> candidates) {
    return new Throughput(id, Workload.HIT, feature, MEDIUM, 1, able(candidates, feature));
  }

  private static List<Candidate> able(List<Candidate> candidates, Feature feature) {
    return candidates.stream().filter(candidate -> candidate.supports(feature)).toList();
  }
}
