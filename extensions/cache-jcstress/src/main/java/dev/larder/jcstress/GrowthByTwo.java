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

/** Two writers whose keys make the table grow lose none of them. */
@JCStressTest
@Outcome(id = "60", expect = ACCEPTABLE, desc = "All keys of both are there, once")
@Outcome(expect = FORBIDDEN, desc = "A key was lost or doubled")
@State
public class GrowthByTwo {
  private final Cache<Integer, Integer> cache = Caches.unbounded();

  private void put(int from, int to) {
    for (int key = from; key < to; key++) {
      cache.put(key, 1);
    }
  }

  @Actor
  public void first() {
    put(0, 20);
  }

  @Actor
  public void second() {
    put(20, 40);
  }

  @Arbiter
  public void count(I_Result r) {
    for (int key = 0; key < 40; key++) {
      r.r1 += Caches.read(cache, key);
    }
    r.r1 += cache.size() == 40 ? 10 : 0;
    r.r1 += cache.asMap().values().stream().mapToInt(one -> one).sum() == 40 ? 10 : 0;
  }
}
