/** A concurrent in-memory cache with time to live, eviction and a written consistency contract. */
module dev.larder.cache {
  requires static transitive org.jspecify;
  requires static com.google.errorprone.annotations;

  exports dev.larder.cache;
  exports dev.larder.cache.spi;
}
