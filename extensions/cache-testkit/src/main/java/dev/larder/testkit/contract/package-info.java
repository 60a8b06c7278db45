/**
 * The consistency contract as JUnit classes. Extend {@link
 * dev.larder.testkit.contract.CacheContract}, {@link dev.larder.testkit.contract.LoadingContract}
 * or {@link dev.larder.testkit.contract.WritingContract} and return a fixture; {@code
 * docs/contract.md} says which test shows which property.
 */
@NullMarked
package dev.larder.testkit.contract;

import org.jspecify.annotations.NullMarked;
