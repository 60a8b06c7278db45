package dev.larder.jcstress.control;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The same outcomes as {@code ReplacementOfTimes}, of an entry that changes its value and its
 * deadline in place, one after the other. A run that does not fail here cannot fail anywhere.
 */
@JCStressTest
@Outcome(id = "10, 10", expect = ACCEPTABLE, desc = "The old value with its time to live")
@Outcome(id = "99, 99", expect = ACCEPTABLE, desc = "The new value with its time to live")
@Outcome(expect = FORBIDDEN, desc = "A value with the deadline of the other")
@State
public class TornReplacement {
  private volatile int value = 10;
  private volatile int deadline = 10;

  @Actor
  public void replace() {
    value = 99;
    deadline = 99;
  }

  @Actor
  public void read(II_Result r) {
    r.r1 = value;
    r.r2 = deadline;
  }
}
