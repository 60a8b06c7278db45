/** The implementation behind {@link dev.larder.cache.CacheBuilder}; not exported. */
@NullMarked
package dev.larder.cache.internal;

import org.jspecify.annotations.NullMarked;
