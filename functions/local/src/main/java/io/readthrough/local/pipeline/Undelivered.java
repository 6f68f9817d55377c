package io.readthrough.local.pipeline;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ObjectKey;
import io.readthrough.local.endpoint.Aws;
import io.readthrough.local.endpoint.EmbeddedS3;
import io.readthrough.store.DynamoDbNoteStore;
import io.readthrough.store.NoteStore;
import io.readthrough.store.StoredNote;
import io.readthrough.store.StoredNote.Status;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The queues live in memory: what a killed run left in them is found by comparing the buckets with
/// the table, and told again. On AWS a queue keeps its messages, and nothing of this is needed.
record Undelivered(Aws aws, Resources resources, EmbeddedS3 objects) {
  /// Tells each object that the table knows no event of, or an older one only, and each removal
  /// that it does not know.
  ///
  /// @return how many changes were told
  int tell() {
    try (S3Client s3 = aws.s3Client();
        DynamoDbClient dynamoDb = aws.dynamoDbClient()) {
      NoteStore notes = new DynamoDbNoteStore(dynamoDb, resources.table());
      Set<String> keys = new HashSet<>();
      int told = 0;
      for (S3Object object :
          s3.listObjectsV2Paginator(l -> l.bucket(resources.notesBucket())).contents()) {
        keys.add(object.key());
        ObjectKey place = ObjectKey.of(object.key());
        if (place instanceof ObjectKey.Reference) {
          continue;
        }
        FirmId firm = place.firm();
        Optional<StoredNote> note = notes.find(firm, NoteId.of(firm, object.key()));
        if (note.isEmpty() || isOlder(note.get(), object.key())) {
          objects.tellCreated(resources.notesBucket(), object.key());
          told++;
        }
      }
      return told + removals(s3, notes, keys);
    }
  }

  private boolean isOlder(StoredNote note, String key) {
    return note.sequencer().compareTo(objects.changedAt(resources.notesBucket(), key)) < 0;
  }

  /// Every note has left an outcome under `parsed/<firm>/<note_id>/`.
  private int removals(S3Client s3, NoteStore notes, Set<String> keys) {
    Set<String> seen = new HashSet<>();
    int told = 0;
    for (S3Object outcome :
        s3.listObjectsV2Paginator(l -> l.bucket(resources.parsedBucket()).prefix("parsed/"))
            .contents()) {
      String[] parts = outcome.key().split("/", -1);
      if (parts.length == 4 && seen.add(parts[1] + '/' + parts[2])) {
        Optional<StoredNote> note = notes.find(new FirmId(parts[1]), new NoteId(parts[2]));
        if (note.isPresent()
            && note.get().status() != Status.DELETED
            && !keys.contains(note.get().key())) {
          objects.tellRemoved(resources.notesBucket(), note.get().key());
          told++;
        }
      }
    }
    return told;
  }
}
