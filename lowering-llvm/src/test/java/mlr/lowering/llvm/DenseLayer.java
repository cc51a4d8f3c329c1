package mlr.lowering.llvm;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.lowering.target.ContractionTile;

/** LLVM IR of a dense layer in the shape that {@link ContractionTile} describes: {@code void dense(w, x, y)}. */
final class DenseLayer {
  private DenseLayer() {
  }

  /**
   * @param rows    outputs, a multiple of the tile's
   * @param columns inputs, a multiple of the tile's unrolling
   */
  static String llvmIr(int rows, int columns, ContractionTile tile) {
    int outputs = tile.outputs();
    int wide = outputs * tile.stepsPerLoad();
    var vector = "<" + outputs + " x float>";
    var body = new ArrayList<String>();
    for (int k = 0; k < tile.unroll(); k++) {
      int part = k % tile.stepsPerLoad();
      if (part == 0) {
        body.add("%%i%d = add i32 %%w0, %d".formatted(k, k * outputs));
        body.add("%%p%d = getelementptr float, ptr %%w, i32 %%i%d".formatted(k, k));
        body.add("%%l%d = load <%d x float>, ptr %%p%d, align 4".formatted(k, wide, k));
      }
      var lanes = IntStream.range(part * outputs, (part + 1) * outputs).mapToObj(lane -> "i32 " + lane).collect(Collectors.joining(", "));
      body.add("%%v%d = shufflevector <%d x float> %%l%d, <%d x float> poison, <%d x i32> <%s>"
          .formatted(k, wide, k - part, wide, outputs, lanes));
      body.add("%%j%d = add i32 %%k, %d".formatted(k, k));
      body.add("%%q%d = getelementptr float, ptr %%x, i32 %%j%d".formatted(k, k));
      body.add("%%x%d = load float, ptr %%q%d, align 4".formatted(k, k));
      body.add("%%b%d = insertelement %s poison, float %%x%d, i32 0".formatted(k, vector, k));
      body.add("%%s%d = shufflevector %s %%b%d, %s poison, <%d x i32> zeroinitializer".formatted(k, vector, k, vector, outputs));
      body.add("%%a%d = call %s @llvm.fma.v%df32(%s %%v%d, %s %%s%d, %s %%a%d)"
          .formatted(k + 1, vector, outputs, vector, k, vector, k, vector, k));
    }
    return """
        declare VEC @llvm.fma.vOf32(VEC, VEC, VEC)
        define void @dense(ptr %w, ptr %x, ptr %y) {
        entry:
          br label %row
        row:
          %o = phi i32 [ 0, %entry ], [ %onext, %done ]
          %start = mul i32 %o, COLUMNS
          br label %round
        round:
          %k = phi i32 [ 0, %row ], [ %knext, %round ]
          %a0 = phi VEC [ zeroinitializer, %row ], [ %aUNROLL, %round ]
          %kk = mul i32 %k, OUTPUTS
          %w0 = add i32 %start, %kk
          BODY
          %knext = add i32 %k, UNROLL
          %kmore = icmp slt i32 %knext, COLUMNS
          br i1 %kmore, label %round, label %done
        done:
          %yp = getelementptr float, ptr %y, i32 %o
          store VEC %aUNROLL, ptr %yp, align 4
          %onext = add i32 %o, OUTPUTS
          %omore = icmp slt i32 %onext, ROWS
          br i1 %omore, label %row, label %end
        end:
          ret void
        }
        """.replace("BODY", String.join("\n  ", body)).replace("VEC", vector).replace("vOf32", "v" + outputs + "f32")
        .replace("COLUMNS", "" + columns).replace("ROWS", "" + rows).replace("OUTPUTS", "" + outputs).replace("UNROLL", "" + tile.unroll());
  }

  /** Instructions of the innermost loop, which ends with a branch back to a label, per multiply–add. */
  static double instructionsPerStep(String assembly, ContractionTile tile) {
    var loop = new ArrayList<String>();
    var label = "";
    for (var line : assembly.lines().map(String::strip).toList()) {
      if (line.matches("\\.LBB\\d+_\\d+:.*")) {
        label = line.substring(0, line.indexOf(':'));
        loop.clear();
      } else if (line.matches("[a-z].*")) {
        loop.add(line);
        int fused = (int) loop.stream().filter(instruction -> instruction.matches("(vfma|fmadd|vfmadd).*")).count();
        if (line.startsWith("b") && line.endsWith(label) && fused >= tile.outputs()) {
          return (double) loop.size() / fused;
        }
      }
    }
    throw new AssertionError("no inner loop in\n" + assembly);
  }
}
