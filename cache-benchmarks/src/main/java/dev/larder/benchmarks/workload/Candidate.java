package dev.larder.benchmarks.workload;

/** What is compared. */
public enum Candidate {
  /** This library. */
  LARDER("Larder") {
    @Override
    public boolean supports(Feature feature) {
      return switch (feature) {
        case COARSE_WRITE_EXPIRY, SHARED_COARSE_CLOCK -> CoarseClock.exists();
        default -> true;
      };
    }

    @Override
    public Subject create(int maximum, Feature feature) {
      return new LarderSubject(maximum, feature);
    }
  },

  /**
   * As it comes: with its maintenance on the common pool, where it uses any processor that idles.
   */
  CAFFEINE("Caffeine") {
    @Override
    public boolean supports(Feature feature) {
      return feature != Feature.SHARED_COARSE_CLOCK || CoarseClock.exists();
    }

    @Override
    public Subject create(int maximum, Feature feature) {
      return new CaffeineSubject(maximum, feature);
    }
  },

  /** Its clock lags, so with expiry its reads belong beside a coarse clock. */
  CACHE2K("cache2k") {
    @Override
    public boolean supports(Feature feature) {
      return switch (feature) {
        // It has no expiry after access, and only a timer for what comes near to it.
        case ACCESS_EXPIRY, SHARED_COARSE_CLOCK -> false;
        default -> true;
      };
    }

    @Override
    public Subject create(int maximum, Feature feature) {
      return new Cache2kSubject(maximum, feature);
    }
  },

  /** Unbounded, so the limit of what a read can be, and no candidate for an insertion. */
  CONCURRENT_HASH_MAP("CHM") {
    @Override
    public boolean supports(Feature feature) {
      return feature == Feature.PLAIN;
    }

    @Override
    public Subject create(int maximum, Feature feature) {
      return new MapSubject(maximum);
    }
  };

  private final String title;

  Candidate(String title) {
    this.title = title;
  }

  /** Returns its name for people. */
  public String title() {
    return title;
  }

  /** Whether it can be configured like that. */
  public abstract boolean supports(Feature feature);

  /** Builds an empty cache that holds up to {@code maximum} entries. */
  public abstract Subject create(int maximum, Feature feature);
}
