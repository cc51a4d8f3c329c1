package mlr.passes.tensor;

import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.tensor.Products.MatmulOp;
import mlr.dialects.tensor.Products.PackedMatvecOp;
import mlr.ir.Operation;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.ir.rewrite.GreedyConfig;
import mlr.ir.rewrite.GreedyRewriter;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.FloatType;
import mlr.ir.types.RankedTensorType;

/**
 * Reorders constant matrices that are multiplied by a vector, so that the weights of {@code lanes} outputs lie side by side.
 *
 * <pre>{@code
 * %w = arith.constant dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]>       %p = arith.constant dense<[[[1.0, 3.0], [2.0, 4.0]], [[5.0, 0.0], [6.0, 0.0]]]>
 *    : tensor<3x2xf32>                                            ->       : tensor<2x2x2xf32>
 * %y = tensor.matmul %w, %x : …                                         %y = tensor.packed_matvec %p, %x : …
 * }</pre>
 *
 * (with {@code lanes=2}). Blocks are made of equal size, with as few lanes as their number allows; zeros pad the last one.
 *
 * @param lanes most outputs that are computed at once
 * @param granule what the lanes of a block are a multiple of; divides {@code lanes}
 */
public record PackWeights(int lanes, int granule) implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("pack-weights")
      .summary("reorder constant matrices so that several outputs are computed at once")
      .option("lanes", PassOption.Kind.INTEGER, "8", "most outputs computed at once")
      .option("granule", PassOption.Kind.INTEGER, "1", "lanes of a vector register, where there are such")
      .creates(options -> new PackWeights(Math.toIntExact(options.integer("lanes")), Math.toIntExact(options.integer("granule"))));

  public PackWeights {
    if (granule < 1 || lanes < granule || lanes % granule != 0) {
      throw new IllegalArgumentException("granule must be at least 1 and divide lanes; they are " + granule + " and " + lanes);
    }
  }

  @Override
  public void run(Operation op, PassContext context) {
    GreedyRewriter.apply(op, List.of(RewritePattern.on(MatmulOp.class, "tensor.matmul", "PackConstantMatrix", this::pack)), GreedyConfig.DEFAULT.withListener(context.listener()), context.registry());
  }

  private boolean pack(MatmulOp matmul, PatternRewriter rewriter) {
    var left = (RankedTensorType) matmul.lhs().type();
    var right = (RankedTensorType) matmul.rhs().type();
    if (!(left.element() instanceof FloatType) || left.rank() + right.rank() != 3) {
      return false;
    }
    boolean matrixFirst = left.rank() == 2;
    var matrix = matrixFirst ? matmul.lhs() : matmul.rhs();
    var vector = matrixFirst ? matmul.rhs() : matmul.lhs();
    var constant = ConstantOp.valueOf(matrix);
    if (constant.isEmpty()) {
      return false;
    }
    var packed = rewriter.create(ConstantOp.of(packed((DenseElementsAttr) constant.get(), matrixFirst), matrix.location()));
    rewriter.replaceOp(matmul, rewriter.create(PackedMatvecOp.DEFINITION, matmul.location(), List.of(packed.result(), vector), matmul.resultTypes()).result());
    return true;
  }

  /**
   * {@code packed[b][k][l] = matrix[b * width + l][k]}, zero below the last row.
   *
   * @param rowsAreOutputs false when the outputs are the matrix's columns, which stands right of the vector
   */
  private DenseElementsAttr packed(DenseElementsAttr elements, boolean rowsAreOutputs) {
    var shape = elements.type().shape();
    int outputs = Math.toIntExact(rowsAreOutputs ? shape.get(0) : shape.get(1));
    int depth = Math.toIntExact(rowsAreOutputs ? shape.get(1) : shape.get(0));
    int width = width(outputs);
    int blocks = Math.ceilDiv(outputs, width);
    var bits = new long[Math.multiplyExact(blocks * width, depth)];
    for (int output = 0; output < outputs; output++) {
      for (int k = 0; k < depth; k++) {
        bits[(output / width * depth + k) * width + output % width] = elements.bits(rowsAreOutputs ? output * depth + k : k * outputs + output);
      }
    }
    return DenseElementsAttr.ofBits(RankedTensorType.of(elements.type().element(), blocks, depth, width), bits);
  }

  /** Lanes of each block: the least that makes no more blocks than {@link #lanes} would. */
  private int width(int outputs) {
    return Math.ceilDiv(Math.ceilDiv(outputs, Math.ceilDiv(outputs, lanes)), granule) * granule;
  }
}
