package io.readthrough.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.readthrough.core.note.FirmId;
import io.readthrough.store.ReferenceStore.ReferenceFile;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class S3ReferenceStoreTest {
  private static final FirmId ACME = new FirmId("acme");
  private static final FirmId OTHER = new FirmId("acme-2");

  private final InMemoryS3 s3 = new InMemoryS3();
  private final ReferenceStore store = new S3ReferenceStore(s3, "notes", "parsed");

  @Test
  void tellsTheFilesOfOneFirmOnly() {
    put("firms/acme/reference/names.csv", "name,ticker");
    put("firms/acme-2/reference/theirs.csv", "name");
    put("firms/acme/inbox/note.txt", "a note");
    assertThat(store.list(ACME))
        .extracting(ReferenceFile::key, ReferenceFile::bytes)
        .containsExactly(tuple("firms/acme/reference/names.csv", 11L));
    assertThat(store.list(OTHER)).extracting(ReferenceFile::name).containsExactly("theirs.csv");
    assertThat(store.list(new FirmId("nobody"))).isEmpty();
  }

  @Test
  void anotherContentHasAnotherETag() {
    put("firms/acme/reference/names.csv", "name");
    ReferenceFile before = store.list(ACME).getFirst();
    assertThat(store.list(ACME)).containsExactly(before);
    put("firms/acme/reference/names.csv", "more");
    assertThat(store.list(ACME).getFirst().etag()).isNotEqualTo(before.etag());
  }

  @Test
  void theMarkerOfAFolderTakesNoFilesPlace() {
    put("firms/acme/reference/", "");
    for (int i = 10; i < 12 + ReferenceStore.MOST_FILES; i++) {
      put("firms/acme/reference/" + i + ".csv", "name");
    }
    assertThat(store.list(ACME))
        .hasSize(ReferenceStore.MOST_FILES + 1)
        .noneMatch(file -> file.name().isEmpty());
  }

  @Test
  void readsAFileUnlessItChangedSinceItWasTold() {
    put("firms/acme/reference/names.csv", "name");
    ReferenceFile told = store.list(ACME).getFirst();
    assertThat(store.read(told)).hasValueSatisfying(c -> assertThat(c).isEqualTo(bytes("name")));
    put("firms/acme/reference/names.csv", "more");
    assertThat(store.read(told)).isEmpty();
    assertThat(store.read(new ReferenceFile("firms/acme/reference/gone.csv", "e", 1))).isEmpty();
  }

  @Test
  void keepsTheLastContentApartFromTheNotes() {
    put("firms/acme/reference/names.csv", "name");
    ReferenceFile first = store.list(ACME).getFirst();
    assertThat(store.kept(first)).isEmpty();
    store.keep(first, bytes("name"));
    store.keep(first, bytes("name"));
    put("firms/acme/reference/names.csv", "broken");
    ReferenceFile second = store.list(ACME).getFirst();
    assertThat(store.kept(second)).hasValueSatisfying(c -> assertThat(c).isEqualTo(bytes("name")));
    store.keep(second, bytes("mended"));
    assertThat(store.kept(first)).hasValueSatisfying(c -> assertThat(c).isEqualTo(bytes("mended")));
    assertThat(store.list(ACME)).hasSize(1);
  }

  private void put(String key, String content) {
    s3.putObject(
        request -> request.bucket("notes").key(key), RequestBody.fromString(content, UTF_8));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(UTF_8);
  }
}
