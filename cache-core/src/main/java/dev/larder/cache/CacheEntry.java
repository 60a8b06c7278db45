package dev.larder.cache;

import java.time.Duration;

/**
 * What a cache knew of one entry at one moment; an immutable snapshot.
 *
 * @param key the key
 * @param value the value
 * @param age time since the value was written (for loaded values: since their load began); zero in
 *     a cache without expiry, which keeps no times, unless the entry has a time to live of its own
 * @param expiresIn time left until it expires; zero or negative if it has expired; {@code
 *     ChronoUnit.FOREVER.getDuration()} if it never does
 * @param weight its weight; 1 in a cache without a weigher
 * @param stale whether it has expired and is only kept for {@link CacheBuilder#retainExpired}
 */
public record CacheEntry<K, V>(
    K key, V value, Duration age, Duration expiresIn, long weight, boolean stale) {}
