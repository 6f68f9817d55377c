package io.readthrough.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class S3ParsedNoteStoreTest extends ParsedNoteStoreContract {
  private static final String BUCKET = "parsed";

  private final InMemoryS3 s3 = new InMemoryS3();

  @Override
  protected ParsedNoteStore emptyStore() {
    return new S3ParsedNoteStore(s3, BUCKET);
  }

  @Override
  protected void putRaw(String key, String content) {
    s3.putObject(
        request -> request.bucket(BUCKET).key(key), RequestBody.fromString(content, UTF_8));
  }

  @Test
  void deletesMoreOutcomesThanAListingTells() {
    ParsedNoteStore store = emptyStore();
    FirmId firm = new FirmId("acme");
    String key = "firms/acme/inbox/q2.txt";
    for (int i = 0; i < 2 * InMemoryS3.PAGE + 1; i++) {
      store.put(
          new ParseOutcome.Removed(
              ScoredNotes.source(firm, key, new Sequencer("%08X".formatted(i)))));
    }
    store.deleteBefore(firm, NoteId.of(firm, key), new Sequencer("F"));
    assertThat(s3.size()).isZero();
  }
}
