/** The control: something broken, which jcstress has to find. */
@NullMarked
package dev.larder.jcstress.control;

import org.jspecify.annotations.NullMarked;
