/** Lazy loading and write-through over a data source. */
module dev.larder.strategies {
  requires static transitive org.jspecify;
  requires transitive dev.larder.cache;
}
