package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** What was removed does not come back. */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "Both reads before the removal")
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "The removal between the reads")
@Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "Both reads after it")
@Outcome(expect = FORBIDDEN, desc = "There after it was gone, or for the one who removed it")
@State
public class Removal {
  private final Cache<Integer, Integer> cache = Caches.unbounded();

  public Removal() {
    cache.put(1, 1);
  }

  @Actor
  public void remove(III_Result r) {
    cache.invalidate(1);
    r.r3 = Caches.read(cache, 1);
  }

  @Actor
  public void read(III_Result r) {
    r.r1 = Caches.read(cache, 1);
    r.r2 = Caches.read(cache, 1);
  }
}
