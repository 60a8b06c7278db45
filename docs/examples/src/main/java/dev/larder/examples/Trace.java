package dev.larder.examples;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A recorded sequence of requests for products, numbered from 0 in the order of their first
 * request. Stored as gzip; each request is the difference to the one before (the first to 0), as a
 * zig-zag LEB128 varint.
 *
 * @param requests the products asked for, in order
 * @param products how many different ones there are
 */
@SuppressWarnings("ArrayRecordComponent") // read by this package alone, compared by nobody
record Trace(int[] requests, int products) {

  /** Returns the trace that is shipped with the demo. */
  static Trace web12() throws IOException {
    try (InputStream resource = Trace.class.getResourceAsStream("web12.trace.gz")) {
      if (resource == null) {
        throw new IOException("the trace web12.trace.gz is missing on the class path");
      }
      return read(resource);
    }
  }

  /**
   * Reads a trace.
   *
   * @throws IOException if it cannot be read, is truncated or is no trace at all; the message says
   *     which, and where
   */
  static Trace read(InputStream input) throws IOException {
    Reader reader = new Reader();
    try (InputStream bytes = new BufferedInputStream(new GZIPInputStream(input))) {
      while (reader.next(bytes)) {}
    } catch (EOFException e) {
      throw new IOException("it is truncated after " + reader.count + " requests", e);
    } catch (ZipException e) {
      throw new IOException("it is not a gzip file, or damaged: " + e.getMessage(), e);
    }
    if (reader.count == 0) {
      throw new IOException("it holds no request");
    }
    return new Trace(Arrays.copyOf(reader.requests, reader.count), reader.products);
  }

  private static final class Reader {
    private int[] requests = new int[1 << 16];
    private int count;
    private int products;
    private long key;

    /** Reads one request; false at the end. */
    boolean next(InputStream bytes) throws IOException {
      int first = bytes.read();
      if (first < 0) {
        return false;
      }
      long zigzag = varint(first, bytes);
      key += (zigzag >>> 1) ^ -(zigzag & 1);
      if (key < 0 || key > products) {
        throw new IOException(
            "it is damaged: request " + count + " asks for product " + key + " of " + products);
      }
      if (key == products) {
        products++;
      }
      if (count == requests.length) {
        requests = Arrays.copyOf(requests, 2 * count);
      }
      requests[count++] = (int) key;
      return true;
    }

    private long varint(int first, InputStream bytes) throws IOException {
      long value = first & 0x7f;
      int shift = 7;
      for (int next = first; next >= 0x80; shift += 7) {
        next = bytes.read();
        if (next < 0) {
          throw new EOFException();
        }
        if (shift > 28) {
          throw new IOException("it is damaged: request " + count + " is no varint of 32 bits");
        }
        value |= (long) (next & 0x7f) << shift;
      }
      return value;
    }
  }
}
