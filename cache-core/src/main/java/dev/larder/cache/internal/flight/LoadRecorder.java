package dev.larder.cache.internal.flight;

/** Counts loads, and tells the time that they are measured in. */
public interface LoadRecorder {

  /** Returns the time in nanoseconds. */
  long now();

  /** A load returned. */
  void succeeded(long nanos);

  /** A load threw. */
  void failed(long nanos);

  /** A load's result was not stored, because its lease was void. */
  void discarded();

  /** A caller joined a running load. */
  void joined();
}
