package dev.larder.cache.internal;

import dev.larder.cache.Expiry;
import dev.larder.cache.RemovalListener;
import dev.larder.cache.Ticker;
import dev.larder.cache.Weigher;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The checked options of one cache, as the builder hands them over.
 *
 * @param tickerRuns whether the ticker goes on by itself, as the system's does
 */
public record CacheConfig<K, V>(
    String name,
    int initialCapacity,
    long maximum,
    boolean bounded,
    @Nullable Weigher<? super K, ? super V> weigher,
    @Nullable Duration expireAfterWrite,
    @Nullable Duration expireAfterAccess,
    @Nullable Expiry<? super K, ? super V> expiry,
    double expiryJitter,
    Duration retainExpired,
    @Nullable RemovalListener<? super K, ? super V> removalListener,
    Executor executor,
    Ticker ticker,
    boolean tickerRuns,
    boolean recordStats) {}
