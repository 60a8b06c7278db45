/**
 * The two caching strategies: {@link dev.larder.strategies.LazyLoadingCache} in front of reads,
 * {@link dev.larder.strategies.WriteThroughCache} in front of writes, both around a {@link
 * dev.larder.strategies.DataSource}. Null arguments throw {@link NullPointerException}, all types
 * are safe for use by many threads.
 */
@NullMarked
package dev.larder.strategies;

import org.jspecify.annotations.NullMarked;
