package dev.larder.benchmarks;

import dev.larder.cache.Cache;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * What keys of one hash code cost, beside as many of distinct ones: the mean time of a put and of a
 * get over all keys, the median of some rounds. Prints a table.
 */
public final class HostileKeys {
  private static final int DEFAULT_KEYS = 100_000;
  private static final int ROUNDS = 7;
  private static final int BITS = 17;

  private HostileKeys() {}

  /** A key that cannot be ordered. */
  private record Plain(int number, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Plain plain && plain.number == number;
    }
  }

  /** What was measured: nanoseconds for an operation, and the entries that were kept. */
  record Result(double put, double get, long kept) {}

  /** Runs it; the argument is the number of keys. */
  public static void main(String[] args) {
    print(args.length == 0 ? DEFAULT_KEYS : Integer.parseInt(args[0]), System.out);
  }

  static void print(int keys, PrintStream out) {
    out.printf("%,d keys, a cache of that maximum size%n%n", keys);
    out.println("| keys | hash codes | ns per put | ns per get | kept |");
    out.println("|---|---|---|---|---|");
    row(out, "String", "distinct", keys, i -> string(i, "Aa", "Bb"));
    row(out, "String", "one", keys, i -> string(i, "Aa", "BB"));
    row(out, "not Comparable", "distinct", keys, i -> new Plain(i, i * 0x9E3779B1));
    row(out, "not Comparable", "one", keys, i -> new Plain(i, 1));
  }

  private static void row(
      PrintStream out, String type, String hashes, int count, IntFunction<Object> key) {
    Result result = median(count, key);
    out.printf(
        "| %s | %s | %,.0f | %,.0f | %,d |%n",
        type, hashes, result.put(), result.get(), result.kept());
  }

  /** One block for each bit: those of "Aa" and "BB" have the same hash code. */
  static String string(int number, String zero, String one) {
    StringBuilder builder = new StringBuilder();
    for (int bit = 0; bit < BITS; bit++) {
      builder.append((number >>> bit & 1) == 0 ? zero : one);
    }
    return builder.toString();
  }

  static Result median(int count, IntFunction<Object> key) {
    double[] puts = new double[ROUNDS];
    double[] gets = new double[ROUNDS];
    long kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Result result = measure(count, key, round);
      puts[round] = result.put();
      gets[round] = result.get();
      kept = result.kept();
    }
    return new Result(median(puts), median(gets), kept);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Result measure(int count, IntFunction<Object> key, int round) {
    List<Object> stored = keys(count, key, round);
    List<Object> asked = keys(count, key, round + ROUNDS); // equal, but not identical
    try (Cache<Object, Integer> cache =
        Cache.builder().name("hostile").maximumSize(count).build()) {
      long start = System.nanoTime();
      stored.forEach(one -> cache.put(one, 1));
      long middle = System.nanoTime();
      long hits = asked.stream().filter(one -> cache.getIfPresent(one) != null).count();
      long end = System.nanoTime();
      if (hits != cache.size()) {
        throw new IllegalStateException(hits + " hits, but the size is " + cache.size());
      }
      return new Result(
          (double) (middle - start) / count, (double) (end - middle) / count, cache.size());
    }
  }

  private static List<Object> keys(int count, IntFunction<Object> key, int seed) {
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(key.apply(i));
    }
    Collections.shuffle(keys, new Random(seed));
    return keys;
  }
}
