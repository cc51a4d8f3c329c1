package mlr.lowering.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mlr.lowering.target.Target;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.llvm.global.LLVM;

/**
 * LLVM's programs from the Bytedeco presets, unpacked once into the user's cache: JavaCPP's own cache gives them neither an
 * execute bit nor the library names they look for. libLLVM itself is linked to JavaCPP's copy, not copied again.
 */
public final class Toolchain {
  private static final List<String> PROGRAMS = List.of("clang", "lld", "llvm-objdump", "llvm-mca", "llvm-nm", "llvm-size");
  private static final String LIBCLANG = "libclang-cpp.so";
  private static final String LIBLLVM = "libLLVM.so";

  private final Path folder;

  private Toolchain(Path folder) {
    this.folder = folder;
  }

  /** The user's tool chain; the first use on a machine unpacks about 100 MB. */
  public static Toolchain open() {
    return open(ToolchainCache.ofUser(System.getenv()));
  }

  /** The tool chain in a cache of one's own. */
  public static Toolchain open(ToolchainCache cache) {
    var platform = Loader.getPlatform();
    var version = presetsVersion();
    var folder = cache.entry("toolchain-" + version + "-" + platform,
        aside -> unpack("/org/bytedeco/llvm/" + platform + "/", version, aside));
    link(folder.resolve(LIBLLVM + soVersion(version)), nativeFolder().resolve(LIBLLVM));
    return new Toolchain(folder);
  }

  /** The presets' version, LLVM's first: {@code 20.1.7-1.5.12}. */
  private static String presetsVersion() {
    try {
      return Loader.getVersion("org.bytedeco", "llvm");
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the version of the LLVM presets", failure);
    }
  }

  /** The suffix by which LLVM's libraries name each other: {@code .20.1}. */
  private static String soVersion(String version) {
    var parts = version.split("\\.");
    return "." + parts[0] + "." + parts[1];
  }

  /** Where JavaCPP keeps libLLVM, loading it first if need be. */
  private static Path nativeFolder() {
    try {
      return Loader.cacheResource(LLVM.class, "/org/bytedeco/llvm/" + Loader.getPlatform() + "/" + LIBLLVM).toPath()
          .getParent();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot unpack libLLVM", failure);
    }
  }

  private static void unpack(String resources, String version, Path folder) throws IOException {
    for (var program : PROGRAMS) {
      ToolchainCache.unpack(resources + program, folder.resolve(program));
      if (!folder.resolve(program).toFile().setExecutable(true)) {
        throw new IOException("cannot make " + folder.resolve(program) + " executable");
      }
    }
    ToolchainCache.unpack(resources + LIBCLANG, folder.resolve(LIBCLANG + soVersion(version)));
    Files.createSymbolicLink(folder.resolve("ld.lld"), Path.of("lld"));
    unpackHeaders(resources + "lib/clang/" + version.substring(0, version.indexOf('.')) + "/include/", folder.resolve("resource/include"));
  }

  /** Clang's own freestanding headers: {@code stdint.h}, {@code stddef.h}, {@code stdbool.h}, {@code float.h}, {@code limits.h}. */
  private static void unpackHeaders(String resources, Path include) throws IOException {
    Files.createDirectories(include);
    var anchor = Toolchain.class.getResource(resources + "stdint.h");
    if (anchor == null || !(anchor.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException("no jar with " + resources + " on the class path");
    }
    connection.setUseCaches(false);
    try (var jar = connection.getJarFile()) {
      for (var entry : jar.stream().filter(entry -> entry.getName().startsWith(resources.substring(1))).toList()) {
        var name = entry.getName().substring(resources.length() - 1);
        if (name.matches("(__)?(std|float|limits)[a-z_]*\\.h")) {
          ToolchainCache.unpack("/" + entry.getName(), include.resolve(name));
        }
      }
    }
  }

  /** Points a link at JavaCPP's library, again if that cache has moved; a link is renamed into place. */
  private static void link(Path link, Path library) {
    try {
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(library)) {
        return;
      }
      try (var aside = TemporaryFolder.create(link.getParent(), "link.")) {
        Files.createSymbolicLink(aside.path().resolve("link"), library);
        Files.move(aside.path().resolve("link"), link, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot link " + link, failure);
    }
  }

  /** The folder with the programs. */
  public Path folder() {
    return folder;
  }

  /** A version that changes with the programs; part of the name of what they make. */
  public String version() {
    return folder.getFileName().toString();
  }

  /** Runs the C compiler, with its own headers and without configuration files. */
  public ToolRun clang(Path directory, List<String> arguments) {
    var all = new ArrayList<>(List.of("--no-default-config", "-resource-dir", folder.resolve("resource").toString()));
    all.addAll(arguments);
    return run("clang", directory, all);
  }

  /** Clang's arguments that choose a target. */
  public static List<String> clangArguments(Target target) {
    var triple = "--target=" + target.triple();
    if (target.isHost()) {
      return List.of(triple, "-march=" + target.cpu());
    }
    return target.triple().startsWith("thumb") ? List.of(triple, "-mcpu=" + target.cpu(), "-mfloat-abi=hard")
        : List.of(triple, "-march=" + target.name(), "-mabi=" + target.abi());
  }

  /** Runs the ELF linker. */
  public ToolRun lld(Path directory, List<String> arguments) {
    return run("ld.lld", directory, arguments);
  }

  /** Disassembles code sections. */
  public ToolRun objdump(Path directory, List<String> arguments) {
    return run("llvm-objdump", directory, arguments);
  }

  /** Estimates the cycles of a block of assembly. */
  public ToolRun mca(Path directory, List<String> arguments) {
    return run("llvm-mca", directory, arguments);
  }

  /** Lists an object's symbols. */
  public ToolRun nm(Path directory, List<String> arguments) {
    return run("llvm-nm", directory, arguments);
  }

  /** Lists the sizes of an object's sections. */
  public ToolRun size(Path directory, List<String> arguments) {
    return run("llvm-size", directory, arguments);
  }

  private ToolRun run(String program, Path directory, List<String> arguments) {
    return ToolRun.of(folder.resolve(program).toString(), arguments, directory, Map.of("LC_ALL", "C"));
  }
}
