/** What threads that use a cache at once may see: each outcome is allowed, or a failure. */
@NullMarked
package dev.larder.jcstress;

import org.jspecify.annotations.NullMarked;
