package io.readthrough.local.command;

import io.readthrough.core.security.FirmSecurities;
import io.readthrough.core.security.ListedSecurity;
import io.readthrough.core.security.Registrant;
import io.readthrough.score.reference.MalformedReferenceException;
import io.readthrough.score.reference.ReferenceList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A firm's own lists of securities in files of this machine, held together to the bounds that the
/// score function holds a firm's files to.
final class SecurityFiles {
  private final Console console;
  private final List<ListedSecurity> listed = new ArrayList<>();
  private final List<Registrant> registrants = new ArrayList<>();
  private long bytes;

  /// No list yet; `console` is told what is wrong with one.
  SecurityFiles(Console console) {
    this.console = console;
  }

  /// Adds a list.
  ///
  /// @return how many rows it has; empty when it cannot be taken, and the console says why
  Optional<Integer> add(String file) {
    try (InputStream in = Files.newInputStream(FileFault.path(file))) {
      byte[] content = in.readNBytes(ReferenceList.MOST_BYTES + 1);
      if (bytes + content.length > ReferenceList.MOST_BYTES) {
        throw ReferenceList.tooLarge(bytes + content.length);
      }
      ReferenceList list = ReferenceList.read(file, content);
      int rows = listed.size() + registrants.size() + list.size();
      if (rows > ReferenceList.MOST_ROWS) {
        throw ReferenceList.tooMany(rows);
      }
      bytes += content.length;
      listed.addAll(list.listed());
      registrants.addAll(list.registrants());
      return Optional.of(list.size());
    } catch (MalformedReferenceException e) {
      console.complain(file, e.getMessage());
    } catch (IOException e) {
      console.complain(file, FileFault.sentence(file, e));
    }
    return Optional.empty();
  }

  /// What was added, before the built-in securities.
  FirmSecurities securities() {
    return FirmSecurities.of(listed, registrants);
  }
}
