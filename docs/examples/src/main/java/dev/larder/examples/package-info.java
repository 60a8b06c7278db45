/** A product catalogue as an application would have it, with and without a cache. */
@NullMarked
package dev.larder.examples;

import org.jspecify.annotations.NullMarked;
