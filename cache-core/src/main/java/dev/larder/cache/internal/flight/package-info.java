/**
 * Who waits for whom: running loads, write permits and the graph of waits over them. It knows
 * leases and threads, but neither tables nor entries.
 */
@NullMarked
package dev.larder.cache.internal.flight;

import org.jspecify.annotations.NullMarked;
