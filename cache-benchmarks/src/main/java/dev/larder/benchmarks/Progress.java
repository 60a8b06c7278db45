package dev.larder.benchmarks;

import dev.larder.benchmarks.measure.Measurement;
import dev.larder.benchmarks.measure.Plan;
import java.io.PrintStream;
import java.util.List;

/** Tells what is measured now and about how long everything will still take. */
final class Progress {
  private final List<Measurement> measurements;
  private final Plan plan;
  private final PrintStream out;

  Progress(List<Measurement> measurements, Plan plan, PrintStream out) {
    this.measurements = measurements;
    this.plan = plan;
    this.out = out;
  }

  void begin(Measurement measurement) {
    int index = measurements.indexOf(measurement);
    double left = measurements.stream().skip(index).mapToDouble(each -> each.seconds(plan)).sum();
    out.printf(
        "%d of %d: %s; %s left%n", index + 1, measurements.size(), measurement.id(), text(left));
  }

  private static String text(double seconds) {
    return seconds < 90
        ? "about " + Math.round(seconds) + " s"
        : "about " + Math.round(seconds / 60) + " min";
  }
}
