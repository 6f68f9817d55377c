package io.readthrough.score.reference;

import static io.readthrough.store.log.JsonLog.field;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.security.FirmSecurities;
import io.readthrough.core.security.ListedSecurity;
import io.readthrough.core.security.Registrant;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.store.ReferenceStore;
import io.readthrough.store.ReferenceStore.ReferenceFile;
import io.readthrough.store.log.JsonLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scorer of each firm: the standard one, with the firm's own securities where it lists some.
/// What was read is kept in memory as long as the files are the same, the least used firms' lists
/// being forgotten first. Thread-safe.
public final class FirmScorers {
  /// So many rows of all firms are kept in memory: about 100 MB.
  private static final int MOST_ROWS = 250_000;

  private static final int MOST_ATTEMPTS = 3;

  private final ReferenceStore store;
  private final NoteScorer standard;
  private final JsonLog log;
  private final Map<FirmId, Loaded> loaded = new LinkedHashMap<>(16, 0.75f, true);

  /// @param standard scores for firms that list nothing
  public FirmScorers(ReferenceStore store, NoteScorer standard, JsonLog log) {
    this.store = store;
    this.standard = standard;
    this.log = log;
  }

  /// The scorer for firms that list nothing.
  public NoteScorer standard() {
    return standard;
  }

  /// A firm's scorer.
  ///
  /// @param warnings a sentence for each of the firm's files that could not be read
  public record FirmScorer(NoteScorer scorer, List<String> warnings) {
    public FirmScorer {
      warnings = List.copyOf(warnings);
    }
  }

  private record Loaded(List<ReferenceFile> files, int rows, FirmScorer scorer) {}

  /// The scorer of a firm by the files that it has now. Costs one request when they are those of
  /// the last time.
  public synchronized FirmScorer current(FirmId firm) {
    if (firm.equals(FirmId.UNASSIGNED)) {
      return new FirmScorer(standard, List.of());
    }
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      List<ReferenceFile> files = store.list(firm);
      Loaded before = loaded.get(firm);
      if (before != null && before.files().equals(files)) {
        return before.scorer();
      }
      Optional<Loaded> now = load(firm, files);
      if (now.isPresent()) {
        loaded.put(firm, now.get());
        forgetLeastUsed();
        return now.get().scorer();
      }
    }
    throw new IllegalStateException(
        "the reference files of firm " + firm + " change faster than they can be read");
  }

  /// Reads a firm's files; empty when one of them changed meanwhile.
  private Optional<Loaded> load(FirmId firm, List<ReferenceFile> files) {
    List<ListedSecurity> listed = new ArrayList<>();
    List<Registrant> registrants = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    if (files.size() > ReferenceStore.MOST_FILES) {
      warnings.add(
          "Of the lists under "
              + ReferenceStore.prefix(firm)
              + " only the first "
              + ReferenceStore.MOST_FILES
              + " count: put their rows into fewer files.");
    }
    long bytes = 0;
    for (ReferenceFile file : files.subList(0, Math.min(files.size(), ReferenceStore.MOST_FILES))) {
      int room = ReferenceList.MOST_ROWS - listed.size() - registrants.size();
      Optional<ReferenceList> list;
      try {
        list = read(file, bytes, room);
        if (list.isEmpty()) {
          return Optional.empty();
        }
        bytes += file.bytes();
      } catch (MalformedReferenceException e) {
        list = kept(file).filter(kept -> kept.size() <= room);
        warnings.add(warning(file, e, list.isPresent()));
        log.warn(
            "reference_rejected",
            field("firm", firm),
            field("key", file.key()),
            field("etag", file.etag()),
            field("place", e.place()),
            field("kept_rows", list.map(ReferenceList::size).orElse(0)));
      }
      list.ifPresent(found -> listed.addAll(found.listed()));
      list.ifPresent(found -> registrants.addAll(found.registrants()));
    }
    int rows = listed.size() + registrants.size();
    NoteScorer scorer =
        rows == 0
            ? standard
            : standard.with(SecurityMentions.of(FirmSecurities.of(listed, registrants)));
    if (!files.isEmpty()) {
      log.info(
          "reference_loaded",
          field("firm", firm),
          field("files", files.size()),
          field("rows", rows),
          field("rejected", warnings.size()));
    }
    return Optional.of(new Loaded(files, rows, new FirmScorer(scorer, warnings)));
  }

  /// Reads a file and keeps what it has; empty when it changed meanwhile.
  ///
  /// @param bytes of the files before it
  /// @param room how many rows they leave
  private Optional<ReferenceList> read(ReferenceFile file, long bytes, int room)
      throws MalformedReferenceException {
    if (bytes + file.bytes() > ReferenceList.MOST_BYTES) {
      throw ReferenceList.tooLarge(bytes + file.bytes());
    }
    Optional<byte[]> content = store.read(file);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    ReferenceList list = ReferenceList.read(file.name(), content.get());
    if (list.size() > room) {
      throw ReferenceList.tooMany(ReferenceList.MOST_ROWS - room + list.size());
    }
    store.keep(file, content.get());
    return Optional.of(list);
  }

  private Optional<ReferenceList> kept(ReferenceFile file) {
    Optional<byte[]> content = store.kept(file);
    try {
      return content.isEmpty()
          ? Optional.empty()
          : Optional.of(ReferenceList.read(file.name(), content.get()));
    } catch (MalformedReferenceException e) {
      // An older version of the product could read what this one cannot.
      return Optional.empty();
    }
  }

  private static String warning(ReferenceFile file, MalformedReferenceException e, boolean kept) {
    return "The list of securities "
        + file.key()
        + " was not taken ("
        + e.getMessage()
        + "); "
        + (kept ? "the one before it counts on." : "nothing of it counts.");
  }

  private void forgetLeastUsed() {
    int rows = loaded.values().stream().mapToInt(Loaded::rows).sum();
    var eldest = loaded.entrySet().iterator();
    while (rows > MOST_ROWS && loaded.size() > 1) {
      rows -= eldest.next().getValue().rows();
      eldest.remove();
    }
  }
}
