package dev.larder.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.cache.Cache;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A new entry is seen with all that its value holds, or not at all. */
@JCStressTest
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "Not there yet")
@Outcome(id = "15", expect = ACCEPTABLE, desc = "There, and complete")
@Outcome(expect = FORBIDDEN, desc = "A value that is not complete")
@State
public class Publication {
  private final Cache<Integer, Box> cache = Caches.of();

  /** Plain fields: only the cache can publish them safely. */
  static final class Box {
    private int a = 1;
    private int b = 2;
    private int c = 4;
    private int d = 8;

    int sum() {
      return a + b + c + d;
    }

    void touch(int n) {
      a = n;
      b = 2 * n;
      c = 4 * n;
      d = 8 * n;
    }
  }

  @Actor
  public void write() {
    Box box = new Box();
    box.touch(1);
    cache.put(1, box);
  }

  @Actor
  public void read(I_Result r) {
    Box box = cache.getIfPresent(1);
    r.r1 = box == null ? -1 : box.sum();
  }
}
