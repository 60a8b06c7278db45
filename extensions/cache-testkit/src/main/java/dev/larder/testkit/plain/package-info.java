/**
 * The plain cache: slow, and right. It is the oracle of the model tests, the control of the
 * contract tests and the yardstick of decorators.
 */
@NullMarked
package dev.larder.testkit.plain;

import org.jspecify.annotations.NullMarked;
