package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mlr.dialects.AllDialects;
import mlr.dialects.reactive.ReturnOp;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.GreedyRewriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the arithmetic that the front end emits comes to, found by folding it: total division, shifts and saturating conversions. */
class TotalArithmeticTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "i32; 7 / 2; 3", "i32; (-7) / 2; -3", "i32; 7 mod (-2); 1", "i32; (-7) mod 2; -1", "i32; SEVEN / ZERO; 0", "i32; SEVEN mod ZERO; 0",
      "i32; MIN / MINUS; -2147483648", "i32; MIN mod MINUS; 0", "i32; SEVEN div MINUS; -7", "i8; i8(SEVEN) * i8(SEVEN) * i8(SEVEN); 87",
      "u8; u8(200) / u8(7); 28", "u8; u8(200) mod u8(7); 4", "bool; u8(200) > u8(7); 1", "u8; u8(200) / u8(ZERO); 0",
      "i32; SEVEN lsl 31; -2147483648", "i32; SEVEN lsl 32; 0", "i32; SEVEN lsl MINUS; 0", "i32; MINUS lsr 28; 15", "i32; MINUS lsr 32; 0",
      "i32; MIN asr 4; -134217728", "i32; MIN asr 99; -1", "i32; SEVEN asr 99; 0", "i8; i8(f32(1000.0) * ONE); 127",
      "i8; i8(f32(-1000.0) * ONE); -128", "u8; u8(f32(-3.5) * ONE); 0", "u8; u8(ONE * 255.9); -1", "i32; i32(ONE * 2.0e10); 2147483647",
      "i32; i32(ONE * -1.9); -1", "i32; i32((ONE - ONE) / (ONE - ONE)); 0", "u32; u32(ONE * 3.0e9); -1294967296",
      "i8; i8(SEVEN * 100); 127", "i8; i8(MIN); -128", "u8; u8(SEVEN * 100); -1", "u8; u8(MINUS); 0", "u32; u32(MINUS); 0",
      "i64; i64(MIN); -2147483648", "i16; i16(u16(SEVEN * 9000)); 32767", "i64; i64(u32(ONE * 3.0e9)); 3000000000",
      "f32; f32(SEVEN) / 2.0; 3.5", "f64; f64(0.1); 0.1", "f32; f32(true); 1.0", "f32; f32(bf16(1.00390625)); 1.0",
      "bf16; bf16(f16(1.5)); 1.5", "f32; min(ONE, 2.0); 1.0", "f32; max(ONE, 2.0); 2.0", "f32; relu(-ONE); 0.0",
      "f32; clip(ONE * 5.0, 0.0, 2.0); 2.0", "i32; abs(-SEVEN); 7", "bool; false => false; 1", "bool; true => false; 0",
      "bool; true xor true; 0", "bool; ONE <> ONE; 0", "bool; SEVEN >= 7; 1",
  })
  void comesTo(String type, String expression, double expected) {
    var engine = new DiagnosticEngine();
    var module = MlrFrontend.compile(new Source.Text("t.mlr", """
        const SEVEN : i32 = 7
        const ZERO : i32 = 0
        const MINUS : i32 = -1
        const MIN : i32 = -2147483648
        const ONE : f32 = 1.0
        node n(x : i32) returns (y : %s) let y = %s; tel
        """.formatted(type, expression)), FrontendOptions.defaults(), engine);
    assertEquals(List.of(), engine.all().stream().map(d -> d.message()).toList());
    GreedyRewriter.apply(module.orElseThrow(), List.of(), AllDialects.registry());
    var result = module.get().collect(ReturnOp.class).getFirst().outputs().getFirst().definingOp().orElseThrow();
    assertEquals("arith.constant", result.name(), () -> module.get().toString());
    assertEquals(expected, switch (result.attribute("value").orElseThrow()) {
      case IntegerAttr integer -> (double) integer.value();
      case FloatAttr real -> real.value();
      default -> throw new AssertionError(result.toString());
    });
  }
}
