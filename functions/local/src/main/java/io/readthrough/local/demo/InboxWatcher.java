package io.readthrough.local.demo;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Watches a folder and hands each new or changed file on once it is written to its end: when its
/// size and time have not changed between two looks. Folders below it, and hidden files, are left
/// alone; a file that goes is none of its business.
public final class InboxWatcher implements AutoCloseable {
  private static final long LOOK_MILLIS = 150;

  private final Path folder;
  private final Sink sink;
  private final WatchService watch;

  /// Files that changed, as they were at the last look.
  private final Map<Path, State> unsettled = new TreeMap<>();

  private InboxWatcher(Path folder, Sink sink, WatchService watch) {
    this.folder = folder;
    this.sink = sink;
    this.watch = watch;
  }

  /// Who takes a file.
  @FunctionalInterface
  public interface Sink {
    /// Takes a file that is written to its end.
    void take(Path file);
  }

  private record State(long size, FileTime time) {
    static final State UNKNOWN = new State(-1, FileTime.fromMillis(0));
  }

  /// Starts to watch `folder`, made when missing; the files that lie there already are handed on
  /// first.
  public static InboxWatcher start(Path folder, Sink sink) throws IOException {
    Files.createDirectories(folder);
    WatchService watch = folder.getFileSystem().newWatchService();
    folder.register(
        watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    InboxWatcher watcher = new InboxWatcher(folder, sink, watch);
    Thread.ofPlatform().daemon().name("inbox").start(watcher::run);
    return watcher;
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }

  private void run() {
    try {
      noteAll();
      long nextLook = System.nanoTime();
      while (true) {
        WatchKey key =
            unsettled.isEmpty() ? watch.take() : watch.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (key != null) {
          note(key);
        }
        if (System.nanoTime() >= nextLook) {
          handOnSettled();
          nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
        }
      }
    } catch (ClosedWatchServiceException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(WatchKey key) {
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name) {
        note(folder.resolve(name));
      } else {
        // Events were lost.
        noteAll();
      }
    }
    key.reset();
  }

  private void noteAll() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(this::note);
    } catch (IOException | DirectoryIteratorException e) {
      return;
    }
  }

  private void note(Path file) {
    if (!file.getFileName().toString().startsWith(".")) {
      unsettled.putIfAbsent(file, State.UNKNOWN);
    }
  }

  private void handOnSettled() {
    for (Iterator<Map.Entry<Path, State>> i = unsettled.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<Path, State> each = i.next();
      try {
        BasicFileAttributes now = Files.readAttributes(each.getKey(), BasicFileAttributes.class);
        State state = new State(now.size(), now.lastModifiedTime());
        if (!now.isRegularFile()) {
          i.remove();
        } else if (state.equals(each.getValue())) {
          i.remove();
          sink.take(each.getKey());
        } else {
          each.setValue(state);
        }
      } catch (NoSuchFileException e) {
        i.remove();
      } catch (IOException e) {
        // Still locked by whoever writes it: look again.
        each.setValue(State.UNKNOWN);
      }
    }
  }
}
