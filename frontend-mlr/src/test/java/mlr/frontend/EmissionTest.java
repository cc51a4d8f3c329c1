package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import mlr.dialects.reactive.FbyOp;
import mlr.ir.Location;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.RankedTensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reactive dialect that programs become. */
class EmissionTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "x -> x; reactive.arrow %arg0, %arg0 : f32",
      "pre x; reactive.pre %arg0 : f32",
      "x fby x; reactive.fby %arg0, %arg0 : f32",
      "x when c; reactive.when %arg0, %arg1 is 1 : f32, i1",
      "x when not c; reactive.when %arg0, %arg1 is 0 : f32, i1",
      "x when Drive(g); reactive.when %arg0, %arg2 is 1 : f32, i32",
      "x when 0(01); reactive.word \"0(01)\" : i1",
      "merge c (true -> x when c) (false -> x when not c); reactive.merge %arg1 [0, 1]",
      "current(x when c, 0.0); reactive.current",
      "if c then x else 0.0; arith.select %arg1, %arg0",
      "last1(x); reactive.instance @last1(%arg0) : (f32) -> f32",
      "(last1 every c)(x); reactive.instance @last1(%arg0) every %arg1 : (f32) -> f32",
      "gain(x); reactive.call @gain(%arg0) : (f32) -> f32",
      "f32(3) * x; arith.sitofp",
      "-x; arith.negf %arg0 : f32",
  })
  void kernel(String expression, String line) {
    var compiled = Compiled.of("""
        type gear = Park | Drive
        extern fun gain(x : f32) returns (y : f32)
        node last1(x : f32) returns (y : f32) let y = 0.0 fby x; tel
        node n(x : f32; c : bool; g : gear) returns (ok : bool) let v = %s; ok = c; tel
        """.formatted(expression));
    assertTrue(compiled.emits(line), compiled.ir()::toString);
  }

  @Test
  void interfacesCarrySourceTypesAndClocks() {
    var compiled = Compiled.of("""
        type gear = Park | Drive
        node n(g : gear; c : bool; u : u8 when c; m : f32[2,3] when Drive(g)) returns (d : bool when not c; y : f32 :: . on not c on d)
        let d = true when not c; y = 1.0 when not c when d; tel
        """);
    var head = compiled.ir().getFirst();
    for (var part : List.of("enums = {gear = [\"Park\", \"Drive\"]}", "exported", "{clock = \". on c\", name = \"u\", ssa = i8, type = \"u8\"}",
        "{clock = \". on Drive(g)\", name = \"m\", ssa = tensor<2x3xf32>, type = \"f32[2,3]\"}",
        "{clock = \". on not c on d\", name = \"y\", ssa = f32, type = \"f32\"}")) {
      assertTrue(head.contains(part), () -> part + " in " + head);
    }
  }

  @Test
  void aClockIsThatOfItsConditionSampledByIt() {
    var head = Compiled.of("""
        node n(d : bool; c : bool when d; x : f32 when c) returns (y : f32 when c) let y = x; tel
        """).ir().getFirst();
    assertTrue(head.contains("{clock = \". on d\", name = \"c\""), head);
    assertTrue(head.contains("{clock = \". on d on c\", name = \"x\""), head);
  }

  @Test
  void onlyNodesOfTheMainFileWithoutStaticParametersAreExported() {
    var program = """
        fun f(x : f32) returns (y : f32) let y = x; tel
        node g<<n : size>>(x : f32[n]) returns (y : f32[n]) let y = x; tel
        node a(x : f32[2]) returns (y : f32[2]) let y = g(x); tel
        node b(x : f32) returns (y : f32) let y = f(x); tel
        """;
    var all = Compiled.of(program);
    assertTrue(all.emits("reactive.node @a("));
    assertTrue(all.emits("reactive.node private @g$2("));
    assertTrue(all.emits("reactive.node private @f("));
    var one = Compiled.of(program, FrontendOptions.defaults().withNode("b"));
    assertTrue(one.emits("reactive.node @b("));
    assertFalse(one.emits("@a("));
    assertEquals(List.of("1:1: there is no node 'bb' in this file; did you mean 'b'?"),
        Compiled.of(program, FrontendOptions.defaults().withNode("bb")).errors());
    assertEquals(List.of("1:1: node 'g' has static parameters: declare a node that gives them values, and export that"),
        Compiled.of(program, FrontendOptions.defaults().withNode("g")).errors());
  }

  @Test
  void operationsCarryTheNameAndPlaceOfTheirVariable() {
    var module = Compiled.of("node n(x : f32) returns (y : f32)\nlet\n  y = 0.0 fby x;\ntel").module().orElseThrow();
    var fby = module.collect(FbyOp.class).getFirst();
    assertEquals(new Location.Name("y", Location.at("test.mlr", 3, 7)), fby.location());
  }

  @Test
  void integerDivisionAndShiftsAreGuarded() {
    var signed = Compiled.of("node n(x, y : i32) returns (q : i32) let q = x / y; tel").ir();
    assertTrue(signed.stream().filter(line -> line.contains("arith.select")).count() == 3, signed::toString);
    assertTrue(Compiled.of("node n(x, y : u8) returns (q : u8) let q = x mod y; tel").emits("arith.remui"));
    assertTrue(Compiled.of("node n(x, y : i16) returns (q : i16) let q = x asr y; tel").emits("arith.shrsi"));
  }

  @Test
  void paramsTakeTheirInitialOrBoundValues() {
    var program = "param w : f32[2] = [1.0, -2.0];\nparam bias : f32;\nnode n(x : f32) returns (y : f32[2]) let y = w + bias^2; tel";
    assertTrue(Compiled.of(program).emits("reactive.param \"w\" = dense<[1.000000e+00, -2.000000e+00]> : tensor<2xf32> : tensor<2xf32>"),
        Compiled.of(program).ir()::toString);
    var pair = RankedTensorType.of(FloatType.F32, 2);
    var bound = ParamBindings.of("w.safetensors", Map.of("w", DenseElementsAttr.ofFloats(pair, new float[] {3, 4}),
        "bias", DenseElementsAttr.ofFloats(RankedTensorType.of(FloatType.F32, 1), new float[] {5})));
    var compiled = Compiled.of(program, FrontendOptions.defaults().withParams(bound));
    assertTrue(compiled.emits("reactive.param \"w\" = dense<[3.000000e+00, 4.000000e+00]>"), compiled.ir()::toString);
    assertTrue(compiled.emits("reactive.param \"bias\" = 5.000000e+00 : f32"), compiled.ir()::toString);
    assertEquals(List.of("2:7: param 'bias' has no value: give a safetensors file with --params, or an initial value here"),
        Compiled.of(program, FrontendOptions.defaults().withParams(ParamBindings.NONE)).errors());
    var wrong = ParamBindings.of("w.safetensors", Map.of("w", DenseElementsAttr.ofFloats(RankedTensorType.of(FloatType.F32, 3), new float[3]),
        "bais", DenseElementsAttr.ofFloats(pair, new float[2])));
    assertEquals(List.of("1:7: param 'w' has type f32[2], and its value in w.safetensors has type f32[3]",
        "2:7: param 'bias' has no value in w.safetensors; did you mean 'bais'?"),
        Compiled.of(program, FrontendOptions.defaults().withParams(wrong)).errors());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "m @ v; tensor.matmul %arg0, %arg1 : tensor<2x3xf32>, tensor<3xf32> -> tensor<2xf32>",
      "dot(v, v); tensor.dot %arg1, %arg1 : tensor<3xf32>, tensor<3xf32> -> f32",
      "sum<<0>>(m); tensor.reduce <sum> %arg0 axes [0] : tensor<2x3xf32> to tensor<3xf32>",
      "max(m); tensor.reduce <max> %arg0 axes [0, 1] : tensor<2x3xf32> to f32",
      "min(u); tensor.reduce <minui> %arg2 axes [0] : tensor<4xi8> to i8",
      "argmax(u); arith.xori %arg2",
      "transpose(m); tensor.transpose %arg0 permutation [1, 0] : tensor<2x3xf32> to tensor<3x2xf32>",
      "reshape<<3, 2>>(m); tensor.reshape %arg0 : tensor<2x3xf32> to tensor<3x2xf32>",
      "m * v; tensor.broadcast %arg1 : tensor<3xf32> to tensor<2x3xf32>",
      "v | v; tensor.concat dim(0) %arg1, %arg1 : (tensor<3xf32>, tensor<3xf32>) -> tensor<6xf32>",
      "m[1]; tensor.extract_slice %arg0[1, 0] [1, 3] [1, 1] : tensor<2x3xf32> to tensor<3xf32>",
      "v[0..1]; tensor.extract_slice %arg1[0] [2] [1] : tensor<3xf32> to tensor<2xf32>",
      "v[2]; tensor.extract %arg1[%c2] : tensor<3xf32>",
      "v[>i<]; arith.index_cast",
      "[m with [i] = v]; tensor.insert_slice %arg1 into %arg0[",
      "[v with [i] = 1.0]; tensor.insert %cst into %arg1[",
      "[v, v]; tensor.concat dim(0)",
      "[v[0], 1.0]; tensor.from_elements",
      "reverse(v); tensor.reverse %arg1",
  })
  void tensors(String expression, String line) {
    var compiled = Compiled.of("node n(m : f32[2,3]; v : f32[3]; u : u8[4]; i : i32) returns (ok : bool) let v_ = %s; ok = i > 0; tel"
        .formatted(expression));
    assertTrue(compiled.emits(line), compiled.ir()::toString);
  }

  @Test
  void constantTablesAreOneConstant() {
    assertTrue(Compiled.of("const W : f32[2,2] = [[1.0, 2.0], [3.0, 4.0]]\nnode n(x : f32[2,2]) returns (y : f32[2,2]) let y = W + x; tel")
        .emits("arith.constant dense<[[1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> : tensor<2x2xf32>"));
  }

  @Test
  void resetBlocksKeepTheirVariablesVisible() {
    var compiled = Compiled.of("node n(c : bool) returns (y : i32) let reset k = 0 fby (k + 1); every c; y = k; tel");
    assertTrue(compiled.emits("reactive.reset %arg0 -> (i32)"), compiled.ir()::toString);
  }
}
