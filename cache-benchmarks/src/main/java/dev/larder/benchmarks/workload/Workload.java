package dev.larder.benchmarks.workload;

import org.jspecify.annotations.Nullable;

/** What one operation is. The number tells the operations of all threads apart. */
public enum Workload {
  /** Looks up a key that is there. */
  HIT {
    @Override
    public @Nullable Object operate(Stage stage, long number) {
      return stage.cache().get(stage.present(number));
    }
  },

  /** Asks for a key that is there, with a loader at hand. */
  LOAD_HIT {
    @Override
    public @Nullable Object operate(Stage stage, long number) {
      return stage.cache().load(stage.present(number));
    }
  },

  /** Asks for a key that is not there: it is loaded and stored, another one leaves. */
  LOAD_MISS {
    @Override
    public @Nullable Object operate(Stage stage, long number) {
      return stage.cache().load(Keys.key(number));
    }
  },

  /** Puts another value for a key that is there. */
  REPLACE {
    @Override
    public @Nullable Object operate(Stage stage, long number) {
      stage.cache().put(stage.present(number), stage.value(number));
      return stage;
    }
  },

  /** Three hits, then a replacement. */
  MIXED {
    @Override
    public @Nullable Object operate(Stage stage, long number) {
      return ((number & 3) == 0 ? REPLACE : HIT).operate(stage, number);
    }
  },

  /** Puts a key that is not there: another one leaves. */
  INSERT {
    @Override
    public @Nullable Object operate(Stage stage, long number) {
      Long key = Keys.key(number);
      stage.cache().put(key, key);
      return stage;
    }
  };

  /** Does one operation; returns what has to be consumed, null for a miss. */
  public abstract @Nullable Object operate(Stage stage, long number);
}
