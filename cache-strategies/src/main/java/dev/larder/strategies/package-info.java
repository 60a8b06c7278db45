/** Caching strategies over a data source: lazy loading and write-through. */
@NullMarked
package dev.larder.strategies;

import org.jspecify.annotations.NullMarked;
