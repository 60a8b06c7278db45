package dev.larder.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * Runs candidates round by round, in a round each for the same short time, in random order. What
 * disturbs a noisy machine disturbs neighbours alike: ratios within a round hold where times drift.
 * The rounds of the warm-up do not count; they end when the compiler has nothing left to do.
 */
final class Race {
  private static final long SETTLED_COMPILER_MILLIS = 3;
  private static final int LONGEST_WARM_UP = 3;

  private final List<Lane> lanes;
  private final Plan plan;
  private final Random random = new Random(1);

  Race(List<Lane> lanes, Plan plan) {
    this.lanes = new ArrayList<>(lanes);
    this.plan = plan;
  }

  Samples run() {
    warmUp();
    Samples samples = new Samples();
    for (int round = 0; round < plan.rounds(); round++) {
      round(samples);
    }
    return samples;
  }

  private void warmUp() {
    Samples ignored = new Samples();
    long least = plan.warmUpNanos() * lanes.size();
    long begin = System.nanoTime();
    long compiled;
    long elapsed;
    do {
      long before = compilerMillis();
      round(ignored);
      compiled = compilerMillis() - before;
      elapsed = System.nanoTime() - begin;
    } while (elapsed < least
        || (compiled > SETTLED_COMPILER_MILLIS && elapsed < LONGEST_WARM_UP * least));
  }

  private void round(Samples samples) {
    long nanos = plan.sliceNanos(random);
    Collections.shuffle(lanes, random);
    for (Lane lane : lanes) {
      lane.slice(nanos).forEach((metric, value) -> samples.add(metric, lane.candidate(), value));
      // What a cache left to other threads is not to disturb the next one.
      ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.SECONDS);
    }
  }

  private static long compilerMillis() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }
}
