/** Which entry expires next. */
@NullMarked
package dev.larder.cache.internal.expiration;

import org.jspecify.annotations.NullMarked;
