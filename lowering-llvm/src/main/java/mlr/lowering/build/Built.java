package mlr.lowering.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import mlr.lowering.LoweringException;
import mlr.lowering.certificate.Certificate;
import mlr.lowering.certificate.CertificateJson;
import mlr.lowering.llvm.ObjectCode;

/**
 * What a module was built into.
 *
 * @param name        the name of its files
 * @param llvmIr      the LLVM IR text that the object was compiled from
 * @param object      the object file
 * @param header      the text of its C header
 * @param certificate what is promised of it
 */
public record Built(String name, String llvmIr, ObjectCode object, String header, Certificate certificate) {

  /**
   * Writes {@code NAME.o}, {@code NAME.h} and {@code NAME.certificate.json} into a folder, which is made when missing: all of them, or none.
   *
   * @throws LoweringException when a file cannot be written
   */
  public void write(Path folder) {
    var contents = new LinkedHashMap<String, byte[]>();
    contents.put(name + ".o", object.bytes());
    contents.put(name + ".h", header.getBytes(StandardCharsets.UTF_8));
    contents.put(name + ".certificate.json", CertificateJson.of(certificate).getBytes(StandardCharsets.UTF_8));
    var aside = new LinkedHashMap<Path, Path>();
    try {
      Files.createDirectories(folder);
      writeAside(folder, contents, aside);
      for (var file : aside.entrySet()) {
        Files.move(file.getKey(), file.getValue(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      throw new LoweringException("cannot write " + folder.resolve(name) + ".o and the files with it: " + reason(failure), "name a folder that you may write to");
    } finally {
      aside.keySet().forEach(Built::deleteIfThere);
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case FileAlreadyExistsException there -> there.getFile() + " is a file, no folder";
      case AccessDeniedException denied -> denied.getFile() + " may not be written";
      case NoSuchFileException missing -> missing.getFile() + " cannot be made";
      case IOException other -> other.getMessage();
    };
  }

  /** Everything is on the disk before the first file gets its name. */
  private static void writeAside(Path folder, Map<String, byte[]> contents, Map<Path, Path> aside) throws IOException {
    for (var file : contents.entrySet()) {
      var target = folder.resolve(file.getKey());
      if (Files.isDirectory(target)) {
        throw new IOException(target + " is a folder");
      }
      var part = folder.resolve("." + file.getKey() + "." + ProcessHandle.current().pid() + ".part");
      aside.put(part, target);
      Files.write(part, file.getValue());
    }
  }

  private static void deleteIfThere(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException _) {
      // The failure that left it behind is the one to report.
    }
  }
}
