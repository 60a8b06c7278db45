package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What a thread has written it reads, however the table grows meanwhile. */
@JCStressTest
@Outcome(
    id = "0, 16",
    expect = ACCEPTABLE,
    desc = "All removed keys are gone, all new values there")
@Outcome(expect = FORBIDDEN, desc = "A removed key is found, or a value that was replaced")
@State
public class GrowthAgainstWrites {
  private final Cache<Integer, Integer> cache = Caches.timed(new ManualTicker());

  public GrowthAgainstWrites() {
    for (int key = 0; key < 16; key++) {
      put(key, 1);
    }
  }

  /** An entry with a time to live is replaced by a fresh one. */
  private void put(int key, int value) {
    cache.put(key, value, Duration.ofDays(1));
  }

  @Actor
  public void grow() {
    for (int key = 16; key < 80; key++) {
      put(key, 1);
    }
  }

  @Actor
  public void write(II_Result r) {
    for (int key = 0; key < 8; key++) {
      cache.invalidate(key);
      r.r1 += Caches.read(cache, key);
      put(8 + key, 2);
      r.r2 += Caches.read(cache, 8 + key);
    }
  }
}
