package io.readthrough.local.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds the files that a command line names, and says why one cannot be used.
public final class FileFault {
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

  /// A sentence for a person: which file is at fault, where the fault names one, and why.
  public static String sentence(IOException fault) {
    return fault instanceof FileSystemException ofFile && ofFile.getFile() != null
        ? ofFile.getFile() + ": " + sentence(ofFile.getFile(), ofFile)
        : String.valueOf(fault.getMessage());
  }

  /// A sentence for a person: what is wrong with the file that `argument` names, and how to mend
  /// it.
  static String sentence(String argument, IOException fault) {
    return switch (fault) {
      case NoSuchFileException none -> "there is no such file or folder; check the path.";
      case AccessDeniedException denied -> "access is denied; check its permissions.";
      case FileAlreadyExistsException file ->
          "it is a file, where a folder is needed; name another path.";
      case IOException other when Files.isDirectory(Path.of(argument)) ->
          "it is a folder; name a file in it.";
      case FileSystemException other when other.getReason() != null -> unusable(other.getReason());
      default -> unusable(fault.getMessage());
    };
  }

  private static String unusable(@Nullable String why) {
    return "it cannot be read or written (" + why + ").";
  }
}
