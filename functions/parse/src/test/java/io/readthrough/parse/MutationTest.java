package io.readthrough.parse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.parse.corpus.Corpus;
import io.readthrough.parse.corpus.Zips;
import io.readthrough.parse.extract.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Flips, cuts, doubles and splices the bytes of every document of the corpus. Whatever comes out
/// has outcomes that hold: notes with valid offsets, or rejections that name a reason, within the
/// limits and never by a fault of the parser or for want of memory.
///
/// The build runs [#CASES] of them, for which [#SECONDS] of CPU are far more than enough, and
/// prints what came of them; `-Dfuzz.cases=1000000 -Dfuzz.seconds=3600` runs longer and `-Dseed=`
/// replays a run. The bound is one of CPU, since what else a machine does must not decide how many
/// there are.
class MutationTest {
  private static final int CASES = Integer.getInteger("fuzz.cases", 20_000);
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 300);

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /// Small documents need little: a mutant that wants more is a find.
  private static final Limits LIMITS =
      new Limits(10 << 20, 200_000, 50, 3, 20, 16 << 20, 200, 200_000, 60_000);

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private final NoteParser parser = new NoteParser(LIMITS);

  @Test
  void everyMutantHasOutcomesThatHold() {
    List<Map.Entry<String, byte[]>> corpus = List.copyOf(Corpus.all().entrySet());
    Map<String, int[]> counts = new TreeMap<>();
    long start = SYSTEM.getProcessCpuTime();
    int cases = 0;
    while (cases < CASES && SYSTEM.getProcessCpuTime() - start < SECONDS * 1_000_000_000L) {
      Map.Entry<String, byte[]> document = corpus.get(cases % corpus.size());
      byte[] mutant = document.getValue();
      for (int mutations = random.nextInt(1, 4); mutations > 0; mutations--) {
        mutant = mutated(mutant, corpus);
      }
      check(document.getKey(), mutant, counts);
      cases++;
    }
    long millis = (SYSTEM.getProcessCpuTime() - start) / 1_000_000;
    System.out.println(summary(cases, millis, counts));
    assertThat(cases).as("cases within %s s of CPU", SECONDS).isEqualTo(CASES);
  }

  private void check(String filename, byte[] mutant, Map<String, int[]> counts) {
    for (ParseOutcome outcome : parser.parse(RawNotes.raw(filename, mutant))) {
      int[] count = counts.computeIfAbsent(filename, name -> new int[3]);
      switch (outcome) {
        case ParseOutcome.Parsed parsed -> {
          count[0]++;
          RawNotes.checkInvariants(parsed.note());
        }
        case ParseOutcome.Unpacked unpacked -> count[1]++;
        case ParseOutcome.Rejected rejected -> {
          count[2]++;
          assertThat(rejected.detail())
              .as("seed %s, %s", seed, filename)
              .isNotBlank()
              .doesNotContain("The parser failed", "more memory", "takes longer");
        }
        case ParseOutcome.Removed removed -> throw new AssertionError(removed);
      }
    }
  }

  private String summary(int cases, long millis, Map<String, int[]> counts) {
    StringBuilder lines =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "MutationTest: %d mutants in %d ms of CPU, -Dseed=%d%n",
                cases,
                millis,
                seed));
    counts.forEach(
        (name, count) ->
            lines.append(
                String.format(
                    Locale.ROOT,
                    "  %-18s %6d parsed %6d unpacked %6d rejected%n",
                    name,
                    count[0],
                    count[1],
                    count[2])));
    return lines.toString();
  }

  private byte[] mutated(byte[] bytes, List<Map.Entry<String, byte[]>> corpus) {
    if (bytes.length == 0) {
      return bytes;
    }
    boolean archive = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
    if (archive && random.nextInt(4) > 0) {
      return inEntry(bytes, corpus);
    }
    int from = random.nextInt(bytes.length);
    int length = random.nextInt(1, Math.min(bytes.length - from, 200) + 1);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes, from, Math.min(length, 4));
      case 1 -> replaced(bytes, from, length, new byte[0]);
      case 2 -> replaced(bytes, from, 0, slice(bytes, from, length));
      case 3 -> {
        byte[] other = corpus.get(random.nextInt(corpus.size())).getValue();
        int at = random.nextInt(other.length);
        yield replaced(bytes, from, length, slice(other, at, Math.min(200, other.length - at)));
      }
      case 4 -> slice(bytes, 0, bytes.length - random.nextInt(Math.max(1, bytes.length / 4)));
      case 5 -> withNumber(bytes, from);
      default -> withValue(bytes, from);
    };
  }

  private byte[] flipped(byte[] bytes, int from, int length) {
    byte[] flipped = bytes.clone();
    for (int i = from; i < from + length; i++) {
      flipped[i] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /// Puts an extreme number where one may stand.
  private byte[] withNumber(byte[] bytes, int from) {
    byte[] changed = bytes.clone();
    byte[][] numbers = {
      {-1, -1, -1, 127}, {0, 0, 0, 0}, {-1, -1, -1, -1}, {'9', '9', '9', '9'}, {'-', '1', ' ', ' '}
    };
    byte[] number = numbers[random.nextInt(numbers.length)];
    for (int i = 0; i < number.length && from + i < changed.length; i++) {
      changed[from + i] = number[i];
    }
    return changed;
  }

  /// Puts another value for digits or for what stands in quotes, so that the mutant is still
  /// written as its format has it, and what reads the values gets to see them.
  private byte[] withValue(byte[] bytes, int from) {
    String[] values = {
      "0", "-1", "2147483648", "999999999999999999999", "", "1e9", "A1048577", "../x"
    };
    byte[] value = values[random.nextInt(values.length)].getBytes(US_ASCII);
    boolean quoted = random.nextBoolean();
    int start = from;
    while (start < bytes.length && !(quoted ? bytes[start] == '"' : isDigit(bytes[start]))) {
      start++;
    }
    start += quoted ? 1 : 0;
    int end = start;
    while (end < bytes.length && (quoted ? bytes[end] != '"' : isDigit(bytes[end]))) {
      end++;
    }
    return end < bytes.length
        ? replaced(bytes, start, end - start, value)
        : flipped(bytes, from, 1);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /// Mutates what is packed in an archive, so that the mutant can still be unpacked.
  private byte[] inEntry(byte[] bytes, List<Map.Entry<String, byte[]>> corpus) {
    try {
      Map<String, byte[]> entries = Zips.entries(bytes);
      if (entries.isEmpty()) {
        return bytes;
      }
      String name = List.copyOf(entries.keySet()).get(random.nextInt(entries.size()));
      byte[] content = entries.getOrDefault(name, new byte[0]);
      if (content.length > 0) {
        int from = random.nextInt(content.length);
        int length = random.nextInt(1, Math.min(content.length - from, 60) + 1);
        byte[] other = corpus.get(random.nextInt(corpus.size())).getValue();
        entries.put(
            name,
            switch (random.nextInt(4)) {
              case 0 -> flipped(content, from, Math.min(2, length));
              case 1 ->
                  replaced(content, from, length, slice(other, 0, Math.min(other.length, length)));
              default -> withValue(content, from);
            });
      }
      return Zips.of(entries);
    } catch (IOException | IllegalArgumentException e) {
      return flipped(bytes, random.nextInt(bytes.length), 1);
    }
  }

  private static byte[] slice(byte[] bytes, int from, int length) {
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
  }

  private static byte[] replaced(byte[] bytes, int from, int length, byte[] by) {
    byte[] replaced = new byte[bytes.length - length + by.length];
    System.arraycopy(bytes, 0, replaced, 0, from);
    System.arraycopy(by, 0, replaced, from, by.length);
    System.arraycopy(
        bytes, from + length, replaced, from + by.length, bytes.length - from - length);
    return replaced;
  }
}
