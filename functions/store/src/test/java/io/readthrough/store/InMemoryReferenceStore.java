package io.readthrough.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readthrough.core.note.FirmId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reference files for tests, which counts what it is asked for.
public final class InMemoryReferenceStore implements ReferenceStore {
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final Map<String, byte[]> kept = new HashMap<>();
  private int lists;
  private int reads;

  /// Puts a file of a firm, whatever stood under its name.
  public void put(FirmId firm, String name, String content) {
    put(firm, name, content.getBytes(UTF_8));
  }

  /// Puts a file of a firm, whatever stood under its name.
  public void put(FirmId firm, String name, byte[] content) {
    files.put(ReferenceStore.prefix(firm) + name, content.clone());
  }

  /// Removes a file of a firm.
  public void remove(FirmId firm, String name) {
    files.remove(ReferenceStore.prefix(firm) + name);
  }

  /// How often the files of a firm were asked for.
  public int lists() {
    return lists;
  }

  /// How often a file was read.
  public int reads() {
    return reads;
  }

  @Override
  public List<ReferenceFile> list(FirmId firm) {
    lists++;
    String prefix = ReferenceStore.prefix(firm);
    return files.tailMap(prefix).entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .filter(file -> !ReferenceStore.isFolder(file.getKey()))
        .limit(MOST_FILES + 1L)
        .map(
            file ->
                new ReferenceFile(
                    file.getKey(),
                    Integer.toHexString(Arrays.hashCode(file.getValue())),
                    file.getValue().length))
        .toList();
  }

  @Override
  public Optional<byte[]> read(ReferenceFile file) {
    reads++;
    return Optional.ofNullable(files.get(file.key()));
  }

  @Override
  public void keep(ReferenceFile file, byte[] content) {
    kept.put(file.key(), content.clone());
  }

  @Override
  public Optional<byte[]> kept(ReferenceFile file) {
    return Optional.ofNullable(kept.get(file.key()));
  }
}
