package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two who insert into a cache for one entry, beside one who looks: never are there two (P26). Needs
 * three processors; with fewer jcstress leaves it out.
 */
@JCStressTest
@Outcome(id = "[01], 1", expect = ACCEPTABLE, desc = "At most one, and one at rest")
@Outcome(expect = FORBIDDEN, desc = "Above the maximum, or not full at rest")
@State
public class CapacitySeenByAThird {
  private final Cache<Integer, Integer> cache = Caches.bounded(1);

  @Actor
  public void first() {
    cache.put(1, 1);
  }

  @Actor
  public void second() {
    cache.put(2, 2);
  }

  @Actor
  public void look(II_Result r) {
    for (int i = 0; i < 8; i++) {
      r.r1 = Math.max(r.r1, (int) cache.size());
    }
  }

  @Arbiter
  public void count(II_Result r) {
    r.r2 = (int) cache.size();
  }
}
