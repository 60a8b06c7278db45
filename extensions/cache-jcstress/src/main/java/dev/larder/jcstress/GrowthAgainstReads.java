package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A key that is there is found however the table grows. */
@JCStressTest
@Outcome(id = "8", expect = ACCEPTABLE, desc = "All eight keys are found")
@Outcome(expect = FORBIDDEN, desc = "A key was missed")
@State
public class GrowthAgainstReads {
  private final Cache<Integer, Integer> cache = Caches.unbounded();

  public GrowthAgainstReads() {
    for (int key = 0; key < 8; key++) {
      cache.put(key, 1);
    }
  }

  @Actor
  public void grow() {
    for (int key = 8; key < 40; key++) {
      cache.put(key, 1);
    }
  }

  @Actor
  public void read(I_Result r) {
    for (int key = 0; key < 8; key++) {
      r.r1 += Caches.read(cache, key);
    }
  }
}
