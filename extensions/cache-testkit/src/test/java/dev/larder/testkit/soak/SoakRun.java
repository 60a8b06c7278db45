package dev.larder.testkit.soak;

import dev.larder.cache.Cache;
import dev.larder.cache.Ticker;
import dev.larder.cache.internal.SegmentedCache;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.soak.Phase.Trait;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One phase: eight threads that work, one that samples, one that moves time; then the audit. */
final class SoakRun {
  private static final int WORKERS = 8;
  private static final String SEGMENTS = "dev.larder.cache.segments";
  private static final Duration TICK = Duration.ofNanos(20_000);

  private final Phase phase;
  private final Ledger ledger = new Ledger();
  private final Ticker ticker;
  private final SegmentedCache<Integer, Value> cache;
  private final Bound bound;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean working = true;

  SoakRun(Phase phase) {
    this.phase = phase;
    ticker = phase.has(Trait.FAKE_TICKER) ? new FakeTicker() : Ticker.system();
    cache = build();
    bound = new Bound(cache, phase);
  }

  private SegmentedCache<Integer, Value> build() {
    if (phase.segments() > 0) {
      System.setProperty(SEGMENTS, String.valueOf(phase.segments()));
    }
    try {
      Cache<Integer, Value> built = phase.builder().ticker(ticker).removalListener(ledger).build();
      return (SegmentedCache<Integer, Value>) built;
    } finally {
      System.clearProperty(SEGMENTS);
    }
  }

  /** Runs it, and returns what went wrong. */
  Iterable<String> run(Duration length, long seed) throws InterruptedException {
    for (int i = 0; i < WORKERS; i++) {
      Worker worker = new Worker(phase, cache, ticker, ledger, bound, i, seed);
      start("worker-" + i, worker::step);
    }
    start("sampler", this::sample);
    if (ticker instanceof FakeTicker fake) {
      start("ticker", () -> fake.advance(TICK));
    }
    long start = System.nanoTime();
    while (ledger.isClean() && System.nanoTime() - start < length.toNanos()) {
      threads.get(0).join(1);
    }
    working = false;
    for (Thread thread : threads) {
      thread.join();
    }
    if (ledger.isClean()) {
      new Audit(phase, cache, ledger).run();
    }
    cache.close();
    return ledger.failures();
  }

  private void start(String name, Runnable step) {
    Thread thread = new Thread(() -> repeat(step), "soak-" + name);
    thread.setDaemon(true); // one that hangs must not outlive the test that says so
    threads.add(thread);
    thread.start();
  }

  private void repeat(Runnable step) {
    try {
      while (working) {
        step.run();
      }
    } catch (Throwable e) { // whatever it is, it must not be lost with its thread
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      ledger.fail(trace.toString());
    }
  }

  private void sample() {
    ledger.check(bound.holds(), "the size or the weight was above the maximum");
    Thread.onSpinWait();
  }
}
