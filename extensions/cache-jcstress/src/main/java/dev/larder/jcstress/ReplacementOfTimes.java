package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheEntry;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A value is seen with its own time to live, never with that of the other. */
@JCStressTest
@Outcome(id = "10, 10", expect = ACCEPTABLE, desc = "The old value with its time to live")
@Outcome(id = "99, 99", expect = ACCEPTABLE, desc = "The new value with its time to live")
@Outcome(expect = FORBIDDEN, desc = "A value with the deadline of the other, or none")
@State
public class ReplacementOfTimes {
  private final Cache<Integer, Integer> cache = Caches.timed(new ManualTicker());

  public ReplacementOfTimes() {
    cache.put(1, 10, Duration.ofNanos(10));
  }

  @Actor
  public void replace() {
    cache.put(1, 99, Duration.ofNanos(99));
  }

  @Actor
  public void read(II_Result r) {
    CacheEntry<Integer, Integer> entry = cache.policy().entry(1);
    r.r1 = entry == null ? 0 : entry.value();
    r.r2 = entry == null ? 0 : (int) entry.expiresIn().toNanos();
  }
}
