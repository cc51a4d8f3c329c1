package mlr.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mlr.ir.DialectRegistry;
import mlr.ir.testing.Upstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we print is what upstream's mlir-opt prints for the same input, letter for letter. */
class UpstreamTextTest {
  private static final String ATTRIBUTES = """
      #map = affine_map<(d0, d1)[s0] -> (d0 * 2 + s0 - 1, -d1, (d0 + d1) floordiv 4 mod 3, d0 - d1, 2 * d0 + 0 * d1, d1 ceildiv s0)>
      #set = affine_set<(d0)[s0] : (d0 >= 0, -d0 + s0 >= 0)>
      !t = tensor<2x?xf32>
      "foo.top"() {a = 1 : i32, b = [1, 2.0, 3 : i8, "x\\n\\22", @f::@"g h", unit], "weird name" = {x, y = false}, m = #map, l = loc("f":1:2),
        arr = array<i32: 1, -2>, e = array<f64>, bools = array<i1: true, false>, layout = memref<2x3xf32, strided<[?, 1], offset: 3>>,
        o = #foo.bar<x = [1, 2], "q>">, ty = !foo.t<i32 -> f32>, v = vector<4x[8]xi1>, d = dense<[[1, 2], [3, 4]]> : tensor<2x2xi16>,
        hex = dense<"0x0000803F00000040"> : tensor<2xf32>, identity = memref<4xi8, affine_map<(d0) -> (d0)>>, splat = dense<1.5> : vector<8xf64>,
        inf = 0x7F800000 : f32, big = -9223372036854775808 : i64, u = 255 : ui8, wrapped = 255 : i8, idx = 7 : index, h = 1.0e-3 : f16,
        x0 = tensor<0x4xf32>, mm = memref<?x2xf32, affine_map<(a, b) -> (a, b + 2)>, 3>, fn = (i32, f32) -> (), fnr = () -> (() -> i32),
        tup = tuple<i32, tuple<>>, cplx = complex<f32>, un = tensor<*xf32>, um = memref<*xi8, 1 : i32>, enc = tensor<2xf32, #foo.sparse>,
        em = dense<> : tensor<0x2xi32>, bits = dense<[true, false]> : vector<2xi1>, nan = dense<[0x7FC00000, 1.0]> : tensor<2xf32>,
        alias = !t, opaque = !foo<"any text">} : () -> () loc(#loc)
      #loc = loc(fused<"m">["a":1:2, callsite("b"("c":3:4) at unknown)])
      """;
  private static final String REGIONS = """
      %0:2, %x = "foo.multi"() ({
        %9 = "foo.use"() : () -> i32
        "foo.br"()[^bb1, ^bb1] : () -> ()
      ^bb1:  // a comment
        %later = "foo.def"() : () -> i32
        "foo.br2"(%9)[^bb2] : (i32) -> ()
      ^bb2(%a: i32, %b: f32 loc("z")):
        "foo.ret"(%a, %0#1) : (i32, f32) -> ()
      ^bb3:
        "foo.ret"(%9, %0#1) : (i32, f32) -> ()
      }, {}, {
      ^bb0:
      }) : () -> (i32, f32, i1)
      "foo.s"(%x, %0, %after#1) {flag} : (i1, i32, f32) -> ()
      %after:2 = "foo.after"() : () -> (i32, f32)
      """;
  private static final String FUNCTIONS = """
      module @top attributes {y.z = affine_map<(d0) -> (d0 + 1)>} {
        func.func private @ext(i32, f32) -> (i32, f32)
        func.func @f(%x: i32, %y: memref<?xf32, affine_map<(d0) -> (d0 + 1)>>, %i: index) -> i32 attributes {zz.emit} {
          %c1 = arith.constant 1 : i32
          %c = arith.constant 1 : i32
          %n = arith.constant -5 : i32
          %t = arith.constant true
          %f = arith.constant 1.5 : f32
          %d = arith.constant dense<1.5> : vector<4x8xf32>
          %z = arith.constant {zz.a = 1 : i32} 3 : index
          %a = arith.addi %x, %c1 : i32
          %b = arith.cmpi slt, %a, %n : i32
          %r:2 = call @ext(%a, %f) : (i32, f32) -> (i32, f32)
          %v = memref.load %y[%i] : memref<?xf32, affine_map<(d0) -> (d0 + 1)>>
          memref.store %v, %y[%z] : memref<?xf32, affine_map<(d0) -> (d0 + 1)>>
          %s = arith.mulf %v, %r#1 : f32
          %al = memref.alloc(%i)[%z] {alignment = 8 : i64} : memref<?xf32, affine_map<(d0)[s0] -> (d0 + s0)>>
          %gg = arith.select %b, %x, %a : i32
          %tr = vector.transpose %d, [1, 0] : vector<4x8xf32> to vector<8x4xf32>
          cf.cond_br %b, ^bb1(%a : i32), ^bb2
        ^bb1(%p: i32):
          cf.br ^bb3(%p : i32)
        ^bb2:
          %q = arith.index_cast %i : index to i32
          cf.br ^bb3(%q : i32)
        ^bb3(%w: i32):
          return %w : i32
        }
        module @nested {
          func.func @g() { return }
          func.func @h(%arg0: i32) -> f32 { %1 = arith.constant 0.0 : f32
            "foo.region"() ({ %u = func.call @k(%arg0) : (i32) -> f32
              "foo.yield"(%u) : (f32) -> () }, {}) : () -> ()
          %e = builtin.unrealized_conversion_cast %1, %arg0 : f32, i32 to i64
          return %1 : f32 }
          func.func private @k(%arg0: i32) -> f32
        }
        %uc = unrealized_conversion_cast to i32
      }
      """.replace("func.func private @k(%arg0: i32)", "func.func private @k(i32)");

  static Stream<String> inputs() {
    return Stream.of("", "module {}", ATTRIBUTES, REGIONS, FUNCTIONS);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void customFormWithLocations(String input) {
    assertEquals(Upstream.mlirOpt(input, "--mlir-print-debuginfo", "--mlir-print-local-scope"),
        Reading.print(Reading.module(input), PrintOptions.DEFAULT.withDebugInfo(true).withLocalScope(true)));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void genericFormWithLocations(String input) {
    // Upstream writes these two properties though they have their default values; the twins don't have them.
    var upstream = Upstream.mlirOpt(input, "--mlir-print-op-generic", "--mlir-print-debuginfo", "--mlir-print-local-scope")
        .replace(" <{overflowFlags = #arith.overflow<none>}>", "").replace(" <{fastmath = #arith.fastmath<none>}>", "");
    assertEquals(upstream, Reading.print(Reading.module(input), PrintOptions.GENERIC.withDebugInfo(true).withLocalScope(true)));
  }

  @Test
  void affineMapsHaveAliases() {
    assertEquals(Upstream.mlirOpt(FUNCTIONS), Reading.print(Reading.module(FUNCTIONS), PrintOptions.DEFAULT));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void upstreamReadsOurGenericFormAsTheSame(String input) {
    var ours = Reading.print(Reading.module(input), PrintOptions.GENERIC);
    assertEquals(Upstream.mlirOpt(input, "--mlir-print-op-generic"), Upstream.mlirOpt(ours, "--mlir-print-op-generic"));
  }

  @Test
  void elementsAreElidedAboveTheLimit() {
    var input = "\"x.y\"() {a = dense<[1, 2, 3]> : tensor<3xi32>, b = dense<[1, 2]> : tensor<2xi32>, c = dense<7> : tensor<9xi32>} : () -> ()";
    assertEquals(Upstream.mlirOpt(input, "--mlir-elide-elementsattrs-if-larger=2"),
        Reading.print(Reading.module(input), PrintOptions.DEFAULT.withElisionAbove(2)));
  }

  @Test
  void floatingPointConstants() {
    var random = new Random(20250801);
    var doubles = IntStream.range(0, 3000).mapToObj(i -> "0x" + Long.toHexString(random.nextLong() | 1L << 62) + " : f64");
    var floats = IntStream.range(0, 3000).mapToObj(i -> "0x" + Integer.toHexString(random.nextInt()) + " : f32");
    var halves = IntStream.range(0, 1000).mapToObj(i -> "0x" + Integer.toHexString(random.nextInt(65536)) + (i % 2 == 0 ? " : f16" : " : bf16"));
    var decimals = IntStream.range(0, 2000).mapToObj(i -> (random.nextInt(20_000) - 10_000) + "." + random.nextInt(1000) + "e" + (random.nextInt(30) - 15) + (i % 2 == 0 ? " : f64" : " : f32"));
    var input = Stream.of(doubles, floats, halves, decimals).flatMap(s -> s).collect(Collectors.joining(", ", "\"x.y\"() {a = [", "]} : () -> ()"));
    assertEquals(Upstream.mlirOpt(input).replace(", ", ",\n"), Reading.print(Reading.module(input), PrintOptions.DEFAULT).replace(", ", ",\n"));
  }

  @Test
  void largeDenseElementsAreHexadecimal() {
    var numbers = IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    var bits = IntStream.range(0, 200).mapToObj(i -> Boolean.toString(i % 3 == 0)).collect(Collectors.joining(", "));
    var input = "\"x.y\"() {a = dense<[" + numbers + "]> : tensor<200xi16>, b = dense<[" + bits + "]> : tensor<200xi1>} : () -> ()";
    var module = Reading.module(input, new DialectRegistry());
    assertEquals(Upstream.mlirOpt(input), Reading.print(module, PrintOptions.DEFAULT));
    assertEquals(module.body().first().orElseThrow().attributes().asMap(),
        Reading.module(Reading.print(module, PrintOptions.DEFAULT)).body().first().orElseThrow().attributes().asMap());
  }
}
