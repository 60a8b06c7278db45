/** Takes the measurements: each gives samples of one or more metrics for each candidate. */
@NullMarked
package dev.larder.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
