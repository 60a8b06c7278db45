package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A value that has expired is not revived by the deadline of the one that replaces it. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Expired, and not replaced yet")
@Outcome(id = "0, 99", expect = ACCEPTABLE, desc = "Replaced between the reads")
@Outcome(id = "99, 99", expect = ACCEPTABLE, desc = "Replaced before them")
@Outcome(expect = FORBIDDEN, desc = "The expired value, or a new one that was lost")
@State
public class ReplacementOfExpired {
  private final ManualTicker ticker = new ManualTicker();
  private final Cache<Integer, Integer> cache = Caches.timed(ticker);

  public ReplacementOfExpired() {
    cache.put(1, 10, Duration.ofNanos(10));
    ticker.set(50);
  }

  @Actor
  public void replace() {
    cache.put(1, 99, Duration.ofNanos(99));
  }

  @Actor
  public void read(II_Result r) {
    r.r1 = Caches.read(cache, 1);
    r.r2 = Caches.read(cache, 1);
  }
}
