/** Lazy loading and write-through over a data source. */
module dev.larder.strategies {
  requires transitive dev.larder.cache;
  requires static transitive org.jspecify;

  exports dev.larder.strategies;
}
