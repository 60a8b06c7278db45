package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two who insert into a cache for one entry: never are there two (P26). */
@JCStressTest
@Outcome(id = "[01], [01], 1", expect = ACCEPTABLE, desc = "One entry, or one about to come")
@Outcome(expect = FORBIDDEN, desc = "Above the maximum, or not full at rest")
@State
public class Capacity {
  private final Cache<Integer, Integer> cache = Caches.bounded(1);

  @Actor
  public void first(III_Result r) {
    cache.put(1, 1);
    r.r1 = (int) cache.size();
  }

  @Actor
  public void second(III_Result r) {
    cache.put(2, 2);
    r.r2 = (int) cache.size();
  }

  @Arbiter
  public void count(III_Result r) {
    r.r3 = Math.max((int) cache.size(), cache.asMap().keySet().size());
  }
}
