/**
 * What decorators build on, so that the loads, computes and writes of every layer over one cache
 * share one single flight per key and one graph of waits. Applications do not need it.
 */
@NullMarked
package dev.larder.cache.spi;

import org.jspecify.annotations.NullMarked;
