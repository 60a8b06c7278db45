package dev.larder.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTest {
  @Test
  void web12_whole_hasThePublishedCounts() throws IOException {
    Trace trace = Trace.web12();

    assertThat(trace.requests()).hasSize(95_607);
    assertThat(trace.products()).isEqualTo(13_756);
    assertThat(IntStream.of(trace.requests()).distinct()).hasSize(13_756);
  }

  @Test
  void read_smallTrace_returnsItsRequests() throws IOException {
    Trace trace = read(TraceFiles.trace(0, 1, 0, 2, 2));

    assertThat(trace.requests()).containsExactly(0, 1, 0, 2, 2);
    assertThat(trace.products()).isEqualTo(3);
  }

  @Test
  void read_largeDifferences_areVarintsOfSeveralBytes() throws IOException {
    int[] requests = IntStream.range(0, 200_000).map(i -> i % 2 == 0 ? i / 2 : 0).toArray();

    assertThat(read(TraceFiles.trace(requests)).requests()).isEqualTo(requests);
  }

  @Test
  void read_gzipCutOff_saysTruncated() {
    byte[] whole = TraceFiles.trace(IntStream.range(0, 100_000).toArray());

    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("it is truncated after \\d+ requests");
  }

  @Test
  void read_lastVarintCutOff_saysTruncated() {
    assertThatThrownBy(() -> read(TraceFiles.gzip((byte) 0, (byte) 2, (byte) 0x82)))
        .isInstanceOf(IOException.class)
        .hasMessage("it is truncated after 2 requests");
  }

  @Test
  void read_noGzip_saysSo() {
    assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8, 9, 10}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it is not a gzip file");
  }

  @Test
  void read_nothing_saysTruncated() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessage("it is truncated after 0 requests");
  }

  @Test
  void read_noRequests_saysSo() {
    assertThatThrownBy(() -> read(TraceFiles.gzip()))
        .isInstanceOf(IOException.class)
        .hasMessage("it holds no request");
  }

  @Test
  void read_keyOutOfOrder_saysDamaged() {
    assertThatThrownBy(() -> read(TraceFiles.trace(0, 1, 7)))
        .isInstanceOf(IOException.class)
        .hasMessage("it is damaged: request 2 asks for product 7 of 2");
  }

  @Test
  void read_negativeKey_saysDamaged() {
    assertThatThrownBy(() -> read(TraceFiles.trace(0, -3)))
        .isInstanceOf(IOException.class)
        .hasMessage("it is damaged: request 1 asks for product -3 of 1");
  }

  @Test
  void read_endlessVarint_saysDamaged() {
    byte endless = (byte) 0xff;

    assertThatThrownBy(
            () -> read(TraceFiles.gzip(endless, endless, endless, endless, endless, endless)))
        .isInstanceOf(IOException.class)
        .hasMessage("it is damaged: request 0 is no varint of 32 bits");
  }

  private static Trace read(byte[] bytes) throws IOException {
    return Trace.read(new ByteArrayInputStream(bytes));
  }
}
