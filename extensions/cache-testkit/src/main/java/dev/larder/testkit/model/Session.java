package dev.larder.testkit.model;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import dev.larder.cache.Policy;
import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.FakeTicker;
import dev.larder.testkit.RecordingListener.Removal;
import dev.larder.testkit.model.Permissions.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One cache, its oracle, its time and what the operations of one run share. */
final class Session {
  /** Keys are the numbers below. */
  static final int KEYS = 8;

  /** A maximum that is never reached. */
  static final long ROOM_FOR_ALL = 1_000;

  static final int MAXIMUM_DEPTH = 2;
  private static final int TOKENS_PER_STEP = 1_000;

  final ModelConfig config;
  final Cache<Integer, Token> cache;
  final ConcurrentMap<Integer, Token> map;
  final Policy<Integer, Token> policy;
  final Oracle oracle;
  final List<Held> leases = new ArrayList<>();
  private final FakeTicker ticker = new FakeTicker();
  private final Trace trace;
  private final Judge judge;
  private List<Removal<Integer, Token>> told = new ArrayList<>();
  private Dice dice = new Dice(0);
  private @Nullable Mismatch mismatch;
  private long nextToken;
  private long replacedInBulk;
  private int depth;
  private int focus;

  /** A lease of the cache, and of the oracle. */
  record Held(int number, Lease<Token> lease, Permission permission) {}

  Session(CacheFixture fixture, ModelConfig config, long maximum, Trace trace) {
    this.config = config;
    this.trace = trace;
    CacheSpec<Integer, Token> spec = config.spec(maximum).ticker(ticker);
    if (config.listens()) {
      spec.removalListener((key, value, cause) -> told.add(new Removal<>(key, value, cause)));
    }
    cache = fixture.create(spec);
    map = cache.asMap();
    policy = cache.policy();
    oracle = new Oracle(config, maximum);
    judge = new Judge(this);
  }

  /** Begins a step, whose choices depend on nothing that happened before. */
  void step(int number, long seed) {
    dice = Dice.of(seed, number);
    nextToken = (long) number * TOKENS_PER_STEP;
    trace.step(number);
  }

  Dice dice() {
    return dice;
  }

  int depth() {
    return depth;
  }

  /** Compares the cache with the oracle. */
  void settle() {
    judge.settle();
  }

  /** Notes what is done. */
  void note(Supplier<String> what) {
    trace.add(depth, what);
  }

  /** Does something on both sides, and compares how it ends. */
  void both(Supplier<String> what, Outcome.Call onOracle, Outcome.Call onCache) {
    note(what);
    Outcome expected = Outcome.of(onOracle);
    expected.requireOf(Outcome.of(onCache));
  }

  /** As {@link #both}, for what returns nothing. */
  void bothRun(Supplier<String> what, Runnable onOracle, Runnable onCache) {
    note(what);
    Outcome expected = Outcome.ofRun(onOracle);
    expected.requireOf(Outcome.ofRun(onCache));
  }

  /** Does what happens inside a loader or function of a key. A mismatch in it is not lost. */
  <R extends @Nullable Object> R inside(int key, Supplier<R> body) {
    int before = focus;
    depth++;
    focus = key;
    try {
      return body.get();
    } catch (Mismatch e) {
      mismatch = e;
      throw e;
    } finally {
      depth--;
      focus = before;
    }
  }

  /** Throws the mismatch that was found inside a loader or function, if any. */
  void requireNone() {
    if (mismatch != null) {
      throw mismatch;
    }
  }

  List<Removal<Integer, Token>> takeTold() {
    if (told.isEmpty()) {
      return told;
    }
    List<Removal<Integer, Token>> taken = told;
    told = new ArrayList<>();
    return taken;
  }

  /**
   * Says that one operation stores values of all these keys one by one, so that it may evict for
   * the first while the expired entry of the last, which it replaces, still weighs.
   */
  void storesInBulk(Iterable<Integer> keys) {
    for (Integer key : keys) {
      replacedInBulk += weight(oracle.slots().get(key)) + weight(oracle.ghosts().get(key));
    }
  }

  private static long weight(@Nullable Slot slot) {
    return slot == null ? 0 : slot.weight;
  }

  /** Returns the weight that may have been replaced after an eviction, since the last call. */
  long takeReplacedInBulk() {
    long taken = replacedInBulk;
    replacedInBulk = 0;
    return taken;
  }

  /** Moves time on both sides. */
  void advance(long nanos) {
    ticker.advance(Duration.ofNanos(nanos));
    oracle.advance(nanos);
  }

  // Choices

  /** Returns some key; inside a loader or function often the one it is for. */
  int key() {
    return depth > 0 && dice.chance(40) ? focus : dice.below(KEYS);
  }

  List<Integer> keys() {
    List<Integer> keys = new ArrayList<>();
    for (int n = dice.below(5); n > 0; n--) {
      keys.add(dice.below(KEYS));
    }
    return keys;
  }

  /** Returns a new value that weigher and expiry accept. */
  Token token() {
    return new Token(nextToken++, weight(), timeToLive());
  }

  /** Returns a new value that weigher or expiry may refuse. */
  Token anyToken() {
    Token token = token();
    if (dice.chance(3)) {
      return new Token(token.id(), -1, token.timeToLive());
    }
    return dice.chance(3) ? new Token(token.id(), token.weight(), -1) : token;
  }

  /** Returns a value for the key: a new one, or the very one or an equal one of what it has. */
  Token tokenFor(int key) {
    Token current = dice.chance(12) ? oracle.value(key) : null;
    if (current == null) {
      return anyToken();
    }
    return dice.chance(50) ? current : copy(current);
  }

  static Token copy(Token token) {
    return new Token(token.id(), token.weight(), token.timeToLive());
  }

  private int weight() {
    return dice.chance(10) ? 0 : dice.chance(5) ? 20 : dice.between(1, 4);
  }

  long timeToLive() {
    return dice.chance(6) ? 0 : dice.chance(8) ? Times.NEVER : dice.between(1, 60);
  }
}
