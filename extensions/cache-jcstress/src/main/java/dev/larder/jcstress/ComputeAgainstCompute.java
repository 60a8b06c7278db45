package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Computes of one key take turns (P30). */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "Both are counted")
@Outcome(expect = FORBIDDEN, desc = "One was lost")
@State
public class ComputeAgainstCompute {
  private final Cache<Integer, Integer> cache = Caches.unbounded();

  @Actor
  public void first() {
    cache.asMap().merge(1, 1, Integer::sum);
  }

  @Actor
  public void second() {
    cache.asMap().merge(1, 1, Integer::sum);
  }

  @Arbiter
  public void look(I_Result r) {
    r.r1 = Caches.read(cache, 1);
  }
}
