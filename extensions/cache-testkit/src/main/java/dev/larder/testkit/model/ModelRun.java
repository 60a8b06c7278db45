package dev.larder.testkit.model;

import dev.larder.cache.Cache;
import dev.larder.testkit.CacheFixture;
import java.util.List;
import java.util.function.Consumer;

/** A run of one seed, which gives the configuration, the maximum and all operations. */
final class ModelRun {
  private static final List<ModelConfig> CONFIGS = ModelConfig.all();

  private final long seed;
  private final ModelConfig config;
  private final long maximum;
  private final Session session;
  private final Operations operations;
  private final Consumer<? super Cache<Integer, ?>> validate;
  private final Trace trace;
  private int step;

  ModelRun(
      CacheFixture fixture,
      Consumer<? super Cache<Integer, ?>> validate,
      long seed,
      boolean readable) {
    this.seed = seed;
    this.validate = validate;
    config = CONFIGS.get((int) Math.floorMod(seed, (long) CONFIGS.size()));
    List<Long> maxima = Surroundings.MAXIMA;
    maximum = maxima.get((int) Math.floorMod(seed / CONFIGS.size(), (long) maxima.size()));
    trace = new Trace(readable);
    session = new Session(fixture, config, maximum, trace);
    operations = new Operations(session);
  }

  /** Returns the n-th seed of a base; the configurations take turns. */
  static long seed(long base, long n) {
    long mixed = Dice.mixed(Dice.mixed(base) + n);
    return (mixed >>> 16) * CONFIGS.size() + n % CONFIGS.size();
  }

  /**
   * Does that many operations.
   *
   * @param thorough looks from all sides after each of them, not only now and then
   */
  void run(int count, boolean thorough) {
    for (step = 1; step <= count; step++) {
      session.step(step, seed);
      operations.next();
      validate.accept(session.cache);
      if (thorough) {
        operations.look();
      }
    }
    step = count;
    operations.look();
    close();
  }

  private void close() {
    session.note(() -> "close()");
    session.cache.close();
    Mismatch.expect(0, session.cache.size(), "size() after close()");
    Outcome closed = Outcome.throwing(IllegalStateException.class);
    closed.requireOf(Outcome.of(() -> session.cache.getIfPresent(0)));
    closed.requireOf(Outcome.of(session.map::isEmpty));
    Mismatch.expect(List.of(), session.takeTold(), "what the listener was told by close()");
  }

  /** Returns the number of operations begun. */
  int step() {
    return step;
  }

  String trace() {
    return trace.text();
  }

  @Override
  public String toString() {
    return config + (config.isBounded() ? ", maximum " + maximum : "");
  }
}
