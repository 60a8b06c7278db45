/** Which entry leaves for want of room: entries in, victims out; no lock, no clock, no map. */
@NullMarked
package dev.larder.cache.internal.eviction;

import org.jspecify.annotations.NullMarked;
