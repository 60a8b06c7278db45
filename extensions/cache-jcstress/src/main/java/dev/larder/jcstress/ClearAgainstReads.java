package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Everything goes at one instant (P23): whoever misses one key misses those read later. */
@JCStressTest
@Outcome(id = "1, 4", expect = ACCEPTABLE, desc = "Before the clear")
@Outcome(id = "1, [0123]", expect = ACCEPTABLE, desc = "The clear between the reads")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "After the clear")
@Outcome(expect = FORBIDDEN, desc = "One key is gone and another still there")
@State
public class ClearAgainstReads {
  private final Cache<Integer, Integer> cache = Caches.unbounded();

  public ClearAgainstReads() {
    for (int key = 0; key < 5; key++) {
      cache.put(key, 1);
    }
  }

  @Actor
  public void clear() {
    cache.invalidateAll();
  }

  @Actor
  public void read(II_Result r) {
    r.r1 = Caches.read(cache, 0);
    for (int key = 1; key < 5; key++) {
      r.r2 += Caches.read(cache, key);
    }
  }
}
