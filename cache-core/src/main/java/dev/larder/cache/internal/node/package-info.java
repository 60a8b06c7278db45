/** The entry: what readers, the table, the policy and the deadlines keep of one key. */
@NullMarked
package dev.larder.cache.internal.node;

import org.jspecify.annotations.NullMarked;
