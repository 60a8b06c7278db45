package dev.larder.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Writes traces for tests. */
final class TraceFiles {
  private TraceFiles() {}

  static byte[] trace(int... requests) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int before = 0;
    for (int request : requests) {
      int difference = request - before;
      int zigzag = (difference << 1) ^ (difference >> 31);
      for (; zigzag >>> 7 != 0; zigzag >>>= 7) {
        bytes.write((zigzag & 0x7f) | 0x80);
      }
      bytes.write(zigzag);
      before = request;
    }
    return gzip(bytes.toByteArray());
  }

  static byte[] gzip(byte... bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
