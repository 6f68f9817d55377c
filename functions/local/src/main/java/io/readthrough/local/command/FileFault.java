package io.readthrough.local.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Finds the files that a command line names, and says why one cannot be used.
final class FileFault {
  private FileFault() {}

  /// The path that an argument names.
  ///
  /// @throws NoSuchFileException when no file of this machine can have that name
  static Path path(String argument) throws NoSuchFileException {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new NoSuchFileException(argument, null, e.getReason());
    }
  }

  /// A sentence for a person: what is wrong with the file that `argument` names, and how to mend
  /// it.
  static String sentence(String argument, IOException fault) {
    return switch (fault) {
      case NoSuchFileException none -> "there is no such file or folder; check the path.";
      case AccessDeniedException denied -> "access is denied; check its permissions.";
      case IOException other when Files.isDirectory(Path.of(argument)) ->
          "it is a folder; name a file in it.";
      default -> "it cannot be read or written (" + fault.getMessage() + ").";
    };
  }
}
