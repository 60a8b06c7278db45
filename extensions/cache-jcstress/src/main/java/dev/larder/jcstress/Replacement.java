package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A value that was replaced does not come back. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both reads before the replacement")
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "The replacement between the reads")
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Both reads after it")
@Outcome(expect = FORBIDDEN, desc = "The old value after the new one, or none")
@State
public class Replacement {
  private final Cache<Integer, Integer> cache = Caches.unbounded();

  public Replacement() {
    cache.put(1, 1);
  }

  @Actor
  public void replace() {
    cache.put(1, 2);
  }

  @Actor
  public void read(II_Result r) {
    r.r1 = Caches.read(cache, 1);
    r.r2 = Caches.read(cache, 1);
  }
}
