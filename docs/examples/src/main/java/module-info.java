/** The demo: a product catalogue with and without a cache. */
module dev.larder.examples {
  requires static org.jspecify;
  requires dev.larder.cache;
  requires dev.larder.strategies;
  requires info.picocli;
  requires java.sql;
  requires me.tongfei.progressbar;
}
