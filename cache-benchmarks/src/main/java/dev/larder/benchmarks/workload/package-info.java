/** The caches compared, and what is done with them: the same code under JMH and the report. */
@NullMarked
package dev.larder.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
