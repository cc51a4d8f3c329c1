package mlr.tools.opt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a file to be saved. Asks for dates and sizes, which works wherever files do, however an editor saves: in place, or by
 * renaming another file into its place.
 */
final class WatchedFiles {
  private static final long POLL_MILLISECONDS = 40;

  /** Polls without a change after which a file counts as saved whole. */
  private static final int QUIET_POLLS = 2;

  /** Polls after which a file that is empty or gone is believed to stay so. */
  private static final int PATIENT_POLLS = 15;

  /** How a file looks from outside; a file that is renamed into the place of another has another key. */
  private record Stamp(FileTime modified, long size, Object key) {}

  private final Map<Path, Optional<Stamp>> stamps = new LinkedHashMap<>();

  /** The files as they are now. */
  WatchedFiles(Set<Path> files) {
    files.forEach(file -> stamps.put(file, stamp(file)));
  }

  /** Blocks until some of the files were saved and returns these; none when {@code end} comes first. */
  List<Path> awaitChange(CountDownLatch end) throws InterruptedException {
    var last = current();
    int quiet = 0;
    while (!end.await(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      var now = current();
      quiet = now.equals(last) ? quiet + 1 : 0;
      last = now;
      var changed = now.entrySet().stream().filter(entry -> !entry.getValue().equals(stamps.get(entry.getKey()))).toList();
      boolean whole = changed.stream().allMatch(entry -> entry.getValue().filter(stamp -> stamp.size() > 0).isPresent());
      if (!changed.isEmpty() && quiet >= (whole ? QUIET_POLLS : PATIENT_POLLS)) {
        return changed.stream().map(Map.Entry::getKey).toList();
      }
    }
    return List.of();
  }

  private Map<Path, Optional<Stamp>> current() {
    var now = new LinkedHashMap<Path, Optional<Stamp>>();
    stamps.keySet().forEach(file -> now.put(file, stamp(file)));
    return now;
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size(), Optional.ofNullable(attributes.fileKey())));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
