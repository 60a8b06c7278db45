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

/** An insertion into a full cache takes the place of what was there. */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "The reads before or while the place is taken")
@Outcome(id = "1, 2, 1", expect = ACCEPTABLE, desc = "The place is taken between the reads")
@Outcome(id = "0, 2, 1", expect = ACCEPTABLE, desc = "The reads after it")
@Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "Room is made first: nothing is there")
@Outcome(expect = FORBIDDEN, desc = "A value of another key, or not exactly one entry at rest")
@State
public class Eviction {
  private final Cache<Integer, Integer> cache = Caches.bounded(1);

  public Eviction() {
    cache.put(1, 1);
  }

  @Actor
  public void insert() {
    cache.put(2, 2);
  }

  @Actor
  public void read(III_Result r) {
    r.r1 = Caches.read(cache, 1);
    r.r2 = Caches.read(cache, 2);
  }

  @Arbiter
  public void count(III_Result r) {
    r.r3 = (int) cache.size() + (cache.asMap().containsKey(2) ? 0 : 10);
  }
}
