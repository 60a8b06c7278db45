package dev.larder.testkit;

import dev.larder.strategies.DataSource;

/** The operations of a {@link DataSource}. */
public enum SourceCall {
  LOAD,
  LOAD_ALL,
  RELOAD,
  WRITE,
  WRITE_ALL,
  DELETE,
  DELETE_ALL
}
