/** Contract tests, fakes and faults for caches and data sources. */
module dev.larder.testkit {
  requires static transitive org.jspecify;
  requires static com.google.errorprone.annotations;
  requires transitive dev.larder.cache;
  requires transitive dev.larder.strategies;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;

  exports dev.larder.testkit;
  exports dev.larder.testkit.contract;
  exports dev.larder.testkit.model;
  exports dev.larder.testkit.plain;
}
