package mlr.validation.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import mlr.dialects.func.FuncOp;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.builtin.ModuleOp;

/** Random modules, each from a seed of its own: the same seed gives the same module, whatever was made before. Safe for several threads. */
public final class ModuleGenerator {
  /** The dialects whose operations random modules use. */
  public static final List<String> DIALECTS = List.of("arith", "math", "func", "cf", "memref", "vector", "loop", "tensor", "llvm");

  /** What functions are made from, each mix as often as it is named. */
  private static final List<List<String>> MIXES = List.of(List.of("arith", "math", "loop"), List.of("arith", "loop", "memref"), List.of("arith", "loop", "memref", "vector"),
      List.of("arith", "cf"), List.of("arith", "math", "cf", "memref"), List.of("arith", "tensor"), List.of("arith", "math", "tensor", "loop"),
      List.of("arith", "llvm"), List.of("arith", "math", "vector", "memref", "tensor", "llvm", "loop"));
  private static final int LARGEST_FUNCTION = 10;
  private final DialectRegistry registry;
  private final Catalogue catalogue;

  public ModuleGenerator(DialectRegistry registry, Catalogue catalogue) {
    this.registry = registry;
    this.catalogue = catalogue;
  }

  /** The module of a seed, which satisfies the verifier. */
  public ModuleOp generate(long seed) {
    // Consecutive seeds of a splittable generator begin alike; mixing them apart costs nothing.
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 1);
    var module = ModuleOp.create(Location.UNKNOWN);
    var functions = new ArrayList<FuncOp>();
    for (int i = 0, count = 1 + random.nextInt(2); i < count; i++) {
      var mix = MIXES.get(random.nextInt(MIXES.size()));
      var surroundings = new Surroundings(catalogue, registry, random, mix, functions);
      var visibility = i < count - 1 && random.nextBoolean() ? Optional.of("private") : Optional.<String>empty();
      var function = new FunctionGenerator(surroundings).generate("f" + i, visibility, 2 + random.nextInt(LARGEST_FUNCTION));
      module.body().append(function);
      functions.add(function);
    }
    return module;
  }
}
