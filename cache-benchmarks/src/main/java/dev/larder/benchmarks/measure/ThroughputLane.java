package dev.larder.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import dev.larder.benchmarks.workload.Candidate;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongUnaryOperator;

/**
 * The time of an operation, and the processor time that the whole process takes for one: other
 * threads do some work for some caches.
 */
final class ThroughputLane implements Lane {
  static final String NANOS = "ns";
  static final String CPU_NANOS = "cpu ns";

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Candidate candidate;
  private final List<LongUnaryOperator> loops;
  private final Crew crew;

  ThroughputLane(Candidate candidate, List<LongUnaryOperator> loops, Crew crew) {
    this.candidate = candidate;
    this.loops = loops;
    this.crew = crew;
  }

  @Override
  public Candidate candidate() {
    return candidate;
  }

  @Override
  public Map<String, Double> slice(long nanos) {
    long cpuBegin = SYSTEM.getProcessCpuTime();
    List<Run> runs =
        crew.run(
            loops.stream()
                .<Callable<Run>>map(loop -> () -> ThroughputLane.time(loop, nanos))
                .toList());
    double cpu = SYSTEM.getProcessCpuTime() - cpuBegin;
    double operations = runs.stream().mapToLong(Run::operations).sum();
    double perNano = runs.stream().mapToDouble(run -> (double) run.operations / run.nanos).sum();
    return Map.of(NANOS, 1 / perNano, CPU_NANOS, cpu / operations);
  }

  private static Run time(LongUnaryOperator loop, long nanos) {
    long begin = System.nanoTime();
    long operations = loop.applyAsLong(nanos);
    return new Run(operations, System.nanoTime() - begin);
  }

  private record Run(long operations, long nanos) {}
}
