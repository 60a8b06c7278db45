/** Makes a table and a file of the measurements. */
@NullMarked
package dev.larder.benchmarks.report;

import org.jspecify.annotations.NullMarked;
