/** Contract tests, fakes and faults for caches and data sources. */
@NullMarked
package dev.larder.testkit;

import org.jspecify.annotations.NullMarked;
