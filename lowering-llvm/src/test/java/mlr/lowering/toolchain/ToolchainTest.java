package mlr.lowering.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mlr.lowering.InternalCompilerError;
import mlr.lowering.LoweringException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolchainTest {
  @TempDir
  private Path folder;

  @Test
  void compilesAndLinksABareMetalImageWithStandardIntegerTypes() throws IOException {
    var toolchain = Toolchain.open();
    Files.writeString(folder.resolve("a.c"), "#include <stdint.h>\n#include <stddef.h>\nuint32_t start(void) { return UINT32_C(7); }\n");
    toolchain.clang(folder, List.of("--target=thumbv7em-none-unknown-eabihf", "-mcpu=cortex-m7", "-ffreestanding", "-c", "a.c")).successful();
    toolchain.lld(folder, List.of("-e", "start", "-o", "a.elf", "a.o")).successful();
    assertTrue(toolchain.nm(folder, List.of("a.elf")).successful().output().contains("start"));
    assertTrue(toolchain.size(folder, List.of("a.elf")).successful().output().contains("text"));
    assertTrue(toolchain.objdump(folder, List.of("-d", "a.elf")).successful().output().contains("bx\tlr"));
  }

  @Test
  void aProgramsFailureIsAnErrorOfOursWithItsWords() {
    var run = Toolchain.open().clang(folder, List.of("-c", "missing.c"));
    var failure = assertThrows(InternalCompilerError.class, run::successful);
    assertTrue(failure.getMessage().contains("missing.c"), failure.getMessage());
    assertTrue(failure.reproducer().contains("clang"));
  }

  @Test
  void aLinkToAMovedLibraryIsRepaired() throws IOException {
    var cache = new ToolchainCache(folder.resolve("cache"));
    var first = Toolchain.open(cache);
    var link = first.folder().resolve("libLLVM.so.20.1");
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("/nowhere/libLLVM.so"));
    var again = Toolchain.open(cache);
    assertEquals(first.folder(), again.folder());
    assertTrue(again.clang(folder, List.of("--version")).successful().output().contains("clang version 20"));
    try (var entries = Files.list(cache.root())) {
      assertEquals(1, entries.count(), "nothing is left beside the entry");
    }
  }

  @Test
  void ofSeveralWritersAtOnceOneWinsAndAllSeeAWholeEntry() {
    var cache = new ToolchainCache(folder.resolve("race"));
    var together = new CountDownLatch(4);
    var fillings = new AtomicInteger();
    var places = IntStream.range(0, 4).mapToObj(writer -> CompletableFuture.supplyAsync(() -> cache.entry("thing", aside -> {
      fillings.incrementAndGet();
      Files.writeString(aside.resolve("a"), "whole");
      together.countDown();
      awaitAll(together);
    }), task -> Thread.ofPlatform().start(task))).toList();
    for (var place : places) {
      assertEquals("whole", read(place.join().resolve("a")));
    }
    assertEquals(4, fillings.get());
    cache.entry("thing", aside -> fillings.incrementAndGet());
    assertEquals(4, fillings.get(), "an entry that exists is not filled again");
  }

  @Test
  void aFillingThatFailsLeavesNothing() throws IOException {
    var cache = new ToolchainCache(folder.resolve("failing"));
    assertThrows(LoweringException.class, () -> cache.entry("thing", aside -> {
      Files.writeString(aside.resolve("half"), "");
      throw new IOException("disk full");
    }));
    try (var entries = Files.list(cache.root())) {
      assertEquals(0, entries.count());
    }
  }

  @Test
  void theCacheFollowsTheXdgSpecification() {
    assertEquals(Path.of("/var/tmp/x/mlr"), ToolchainCache.ofUser(Map.of("XDG_CACHE_HOME", "/var/tmp/x")).root());
    var home = Path.of(System.getProperty("user.home"), ".cache", "mlr");
    assertEquals(home, ToolchainCache.ofUser(Map.of()).root());
    assertEquals(home, ToolchainCache.ofUser(Map.of("XDG_CACHE_HOME", "relative/is/ignored")).root());
  }

  private static void awaitAll(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
