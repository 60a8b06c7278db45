/**
 * The cache and its public API: build one with {@link dev.larder.cache.CacheBuilder}.
 *
 * <p>Unless a method says otherwise, null arguments throw {@link NullPointerException}, arguments
 * out of range throw {@link IllegalArgumentException} with the offending value in the message, and
 * every operation is safe for use by many threads.
 */
@NullMarked
package dev.larder.cache;

import org.jspecify.annotations.NullMarked;
