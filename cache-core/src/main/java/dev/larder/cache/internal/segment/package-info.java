/** A part of the cache with one lock: straight-line put, remove, expire and evict. */
@NullMarked
package dev.larder.cache.internal.segment;

import org.jspecify.annotations.NullMarked;
