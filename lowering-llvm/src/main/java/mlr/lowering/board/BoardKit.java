package mlr.lowering.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import mlr.lowering.target.Board;
import mlr.lowering.target.Target;
import mlr.lowering.toolchain.Toolchain;
import mlr.lowering.toolchain.ToolchainCache;

/**
 * Start-up code, semihosting, arithmetic routines and linker script of a target's board, compiled once with the bundled clang and
 * kept in the user's cache under a hash of sources, target and compiler.
 *
 * @param folder    where the linker script and the objects are
 * @param toolchain what compiled them
 * @param target    what for
 */
record BoardKit(Path folder, Toolchain toolchain, Target target) {
  private static final String RESOURCES = "/mlr/boards/";
  private static final List<String> COMMON = List.of("common/board.h", "common/semihosting.c", "common/memory.c",
      "common/frames.c", "arithmetic/arithmetic.c", "arithmetic/soft_float.h", "arithmetic/undefine.h");
  private static final String SCRIPT = "link.ld";

  private static final List<String> FLAGS = List.of("-O2", "-std=c11", "-ffreestanding", "-fno-builtin", "-ffunction-sections",
      "-fdata-sections", "-fno-unwind-tables", "-fno-asynchronous-unwind-tables", "-I.", "-c");

  /** The kit for a target, compiled if it is not yet. */
  static BoardKit of(Target target, Board board, Toolchain toolchain, ToolchainCache cache) {
    var files = Stream.concat(COMMON.stream(),
        Stream.of("start.S", "counter.S", SCRIPT).map(name -> board.kit() + "/" + name)).toList();
    var folder = cache.entry("board-" + target.name() + "-" + digest(files, target, toolchain), aside -> {
      for (var file : files) {
        Files.write(aside.resolve(Path.of(file).getFileName().toString()), resource(file));
      }
      compile(aside, files.stream().map(file -> Path.of(file).getFileName().toString())
          .filter(file -> file.endsWith(".c") || file.endsWith(".S")).toList(), target, toolchain);
    });
    return new BoardKit(folder, toolchain, target);
  }

  /** Compiles C or assembly sources of a folder for the target, freestanding; an object beside each. */
  static void compile(Path folder, List<String> sources, Target target, Toolchain toolchain) {
    var arguments = new ArrayList<>(Toolchain.clangArguments(target));
    arguments.addAll(FLAGS);
    arguments.addAll(sources);
    toolchain.clang(folder, arguments).successful();
  }

  /** Links a program of the given objects with the kit. */
  void link(List<Path> objects, Path image) {
    var arguments = new ArrayList<>(List.of("--gc-sections", "--no-warnings", "-T", folder.resolve(SCRIPT).toString(),
        "-o", image.toString()));
    objects.forEach(object -> arguments.add(object.toString()));
    try (var kit = Files.list(folder)) {
      kit.map(Path::toString).filter(file -> file.endsWith(".o")).sorted().forEach(arguments::add);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    toolchain.lld(image.getParent(), arguments).successful();
  }

  private static String digest(List<String> files, Target target, Toolchain toolchain) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((toolchain.version() + Toolchain.clangArguments(target) + FLAGS).getBytes(StandardCharsets.UTF_8));
      for (var file : files) {
        digest.update(resource(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException | IOException failure) {
      throw new IllegalStateException("cannot hash the board kit", failure);
    }
  }

  private static byte[] resource(String file) throws IOException {
    try (InputStream stream = BoardKit.class.getResourceAsStream(RESOURCES + file)) {
      if (stream == null) {
        throw new IOException("no board file " + RESOURCES + file);
      }
      return stream.readAllBytes();
    }
  }
}
