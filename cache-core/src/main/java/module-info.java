/** A concurrent in-memory cache with time to live, eviction and a written consistency contract. */
@SuppressWarnings("module") // the testkit, which shares parts of the implementation, is built later
module dev.larder.cache {
  requires static transitive org.jspecify;
  requires static com.google.errorprone.annotations;

  exports dev.larder.cache;
  exports dev.larder.cache.spi;
  exports dev.larder.cache.internal to
      dev.larder.testkit;
  exports dev.larder.cache.internal.flight to
      dev.larder.testkit;
  exports dev.larder.cache.internal.node to
      dev.larder.testkit;
}
