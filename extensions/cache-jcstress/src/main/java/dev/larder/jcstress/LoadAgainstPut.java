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

/** A load never overwrites what was put while it ran (P2). */
@JCStressTest
@Outcome(id = "1, 2, 2", expect = ACCEPTABLE, desc = "Loaded, but the put has the last word")
@Outcome(id = "2, 2, 2", expect = ACCEPTABLE, desc = "Put first, nothing to load")
@Outcome(expect = FORBIDDEN, desc = "The loaded value is seen after the put has returned")
@State
public class LoadAgainstPut {
  private final Cache<Integer, Integer> cache = Caches.unbounded();

  @Actor
  public void load(III_Result r) {
    r.r1 = Caches.number(cache.get(1, key -> 1));
  }

  @Actor
  public void put(III_Result r) {
    cache.put(1, 2);
    r.r2 = Caches.read(cache, 1);
  }

  @Arbiter
  public void look(III_Result r) {
    r.r3 = Caches.read(cache, 1);
  }
}
