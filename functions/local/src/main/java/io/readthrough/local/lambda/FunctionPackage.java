package io.readthrough.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What is deployed of a function: its code in a folder, laid out as Lambda unpacks it, its
/// handler, and its environment.
///
/// @param handler the class that Lambda is told to run
public record FunctionPackage(
    String name, Path folder, String handler, Map<String, String> environment) {
  /// Unpacks a function's zip into a folder of its name below `parent`, in place of what is there.
  public static FunctionPackage unpack(
      String name, Path zip, Path parent, String handler, Map<String, String> environment)
      throws IOException {
    if (!Files.exists(zip)) {
      throw new IOException(zip + " is missing: build it with mvn -DskipTests package");
    }
    Path folder = emptyFolder(parent.resolve(name));
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException(zip + " holds " + entry.getName() + ", which lies outside it");
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(target.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, target);
          }
        }
      }
    }
    return new FunctionPackage(name, folder, handler, environment);
  }

  /// A function that does nothing: what a cold start costs before any code of ours.
  public static FunctionPackage empty(Path parent) throws IOException {
    Path folder = emptyFolder(parent.resolve("empty"));
    String file = EmptyHandler.class.getName().replace('.', '/') + ".class";
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    try (InputStream in = EmptyHandler.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IOException(file + " is not on the class path");
      }
      Files.copy(in, target);
    }
    return new FunctionPackage("empty", folder, EmptyHandler.class.getName(), Map.of());
  }

  private static Path emptyFolder(Path folder) throws IOException {
    delete(folder);
    return Files.createDirectories(folder).toAbsolutePath();
  }

  /// Deletes a folder and all that is in it, if it is there.
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
