/**
 * Model tests: random operations on a cache, compared after each step with a plain oracle. {@link
 * dev.larder.testkit.model.ModelTest} is the door.
 */
@NullMarked
package dev.larder.testkit.model;

import org.jspecify.annotations.NullMarked;
