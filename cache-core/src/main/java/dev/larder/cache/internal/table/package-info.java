/** An intrusive hash table: lock-free reads, one writer per segment, growth a segment at a time. */
@NullMarked
package dev.larder.cache.internal.table;

import org.jspecify.annotations.NullMarked;
