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

/** A load that began before an invalidation is not seen after it (P2). */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "Loaded before, and not to be seen any more")
@Outcome(id = "2, 0, 2", expect = ACCEPTABLE, desc = "Loaded after it")
@Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "Read from the source after it, begun before")
@Outcome(id = "2, 2, 2", expect = ACCEPTABLE, desc = "Loaded after it, and seen")
@Outcome(expect = FORBIDDEN, desc = "A value from before is seen after")
@State
public class LoadAgainstInvalidate {
  private final Cache<Integer, Integer> cache = Caches.unbounded();
  private volatile int source = 1;

  @Actor
  public void load(III_Result r) {
    r.r1 = Caches.number(cache.get(1, key -> source));
  }

  @Actor
  public void change(III_Result r) {
    source = 2;
    cache.invalidate(1);
    r.r2 = Caches.read(cache, 1);
  }

  @Arbiter
  public void look(III_Result r) {
    r.r3 = Caches.read(cache, 1);
  }
}
