package mlr.ir.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TraitSet;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.NoneType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** Checks what the traits of an operation promise. */
final class TraitVerifier {
  /** The traits that promise something that can be checked. */
  private static final Trait[] CHECKED = {Trait.ELEMENTWISE, Trait.CONSTANT_LIKE, Trait.SYMBOL, Trait.SYMBOL_TABLE, Trait.GRAPH_REGION, Trait.SINGLE_BLOCK,
      Trait.SAME_OPERANDS_AND_RESULT_TYPE, Trait.SAME_TYPE_OPERANDS, Trait.SAME_OPERANDS_AND_RESULT_SHAPE};
  private static final TraitSet ANY_CHECKED = TraitSet.of(List.of(CHECKED));
  private static final List<String> VISIBILITIES = List.of("public", "private", "nested");
  private final DiagnosticEngine diagnostics;

  /** The last type that was found to have no shape: most values of a program are of the same few, and to ask after an interface takes long where it is missing. */
  private Type shapeless = NoneType.NONE;

  TraitVerifier(DiagnosticEngine diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Returns whether every trait holds; the operation has the shape its definition declares. */
  boolean verify(Operation op) {
    if (!op.definition().traits().intersects(ANY_CHECKED)) {
      return true;
    }
    int before = diagnostics.errorCount();
    for (var trait : CHECKED) {
      if (op.definition().hasTrait(trait)) {
        verify(op, trait);
      }
    }
    return diagnostics.errorCount() == before;
  }

  private void verify(Operation op, Trait trait) {
    switch (trait) {
      case SAME_OPERANDS_AND_RESULT_TYPE -> requireSame(op, true, Value::type, "requires the same type for all operands and results");
      case SAME_TYPE_OPERANDS -> requireSame(op, false, Value::type, "requires all operands to have the same type");
      case SAME_OPERANDS_AND_RESULT_SHAPE -> requireSame(op, true, TraitVerifier::shape, "requires the same shape for all operands and results");
      case ELEMENTWISE -> verifyElementwise(op);
      case SYMBOL -> verifySymbol(op);
      case SYMBOL_TABLE -> verifySymbolTable(op);
      case SINGLE_BLOCK -> requireSingleBlock(op, "expects region #%d to have 0 or 1 blocks");
      case GRAPH_REGION -> requireSingleBlock(op, "expects graph region #%d to have 0 or 1 blocks");
      case CONSTANT_LIKE -> verifyConstant(op);
      default -> { }
    }
  }

  private void requireSame(Operation op, boolean withResults, Function<Value, Object> property, String message) {
    int operands = op.operandCount();
    int count = operands + (withResults ? op.resultCount() : 0);
    if (count < 2) {
      return;
    }
    var first = property.apply(value(op, 0));
    for (int i = 1; i < count; i++) {
      if (!property.apply(value(op, i)).equals(first)) {
        diagnostics.opError(op, message);
        return;
      }
    }
  }

  /** The operand of a number, or, further on, a result. */
  private static Value value(Operation op, int number) {
    return number < op.operandCount() ? op.operand(number) : op.result(number - op.operandCount());
  }

  /** Extents of a ranked type, and of a vector which of them are scalable; scalars, and types whose rank is not known, have none. */
  private static Object shape(Value value) {
    return switch (value.type()) {
      case VectorType vector when vector.scalable().contains(true) -> List.of(vector.shape(), vector.scalable());
      case ShapedType shaped when shaped.hasRank() -> shaped.shape();
      default -> Optional.empty();
    };
  }

  private void verifyElementwise(Operation op) {
    boolean shapedOperand = isAnyShaped(op, 0, op.operandCount());
    boolean shapedResult = isAnyShaped(op, op.operandCount(), op.operandCount() + op.resultCount());
    if (!shapedOperand && !shapedResult) {
      return;
    }
    if (Stream.<Value>concat(op.operands().stream(), op.results().stream()).filter(value -> value.type() instanceof ShapedType)
        .map(value -> List.of(value.type().getClass(), shape(value))).distinct().count() > 1) {
      diagnostics.opError(op, "all non-scalar operands/results must have the same shape and base type");
    } else if (!shapedResult) {
      diagnostics.opError(op, "if an operand is non-scalar, then there must be at least one non-scalar result");
    } else if (!shapedOperand && op.operandCount() > 0) {
      diagnostics.opError(op, "if a result is non-scalar, then at least one operand must be non-scalar");
    }
  }

  private boolean isAnyShaped(Operation op, int from, int to) {
    for (int i = from; i < to; i++) {
      var type = value(op, i).type();
      if (type != shapeless) {
        if (type instanceof ShapedType) {
          return true;
        }
        shapeless = type;
      }
    }
    return false;
  }

  private void verifySymbol(Operation op) {
    if (SymbolTable.nameOf(op).isEmpty()
        && op.definition().attributes().stream().noneMatch(a -> a.name().equals(SymbolTable.NAME_ATTRIBUTE) && !a.required())) {
      diagnostics.opError(op, "requires string attribute '" + SymbolTable.NAME_ATTRIBUTE + "'");
    }
    var visibility = op.attribute(SymbolTable.VISIBILITY_ATTRIBUTE);
    if (visibility.isPresent() && !(visibility.get() instanceof StringAttr text && VISIBILITIES.contains(text.value()))) {
      diagnostics.opError(op, "visibility expected to be one of [\"public\", \"private\", \"nested\"], but got " + visibility.get());
    }
  }

  private void verifySymbolTable(Operation op) {
    if (op.regions().size() != 1) {
      diagnostics.opError(op, "is a symbol table, which must have exactly one region, but has " + op.regions().size());
      return;
    }
    Map<String, Operation> known = new LinkedHashMap<>();
    for (var block : op.region(0).blocks()) {
      for (var inner : block) {
        var name = SymbolTable.nameOf(inner);
        var first = name.isPresent() ? known.putIfAbsent(name.get(), inner) : null;
        if (first != null) {
          diagnostics.error(inner.location(), "redefinition of symbol named '" + name.get() + "'").note(first.location(), "see existing symbol definition here");
        }
      }
    }
  }

  private void requireSingleBlock(Operation op, String message) {
    for (int i = 0; i < op.regionCount(); i++) {
      if (op.region(i).blockCount() > 1) {
        diagnostics.opError(op, message.formatted(i));
      }
    }
  }

  private void verifyConstant(Operation op) {
    if (op.resultCount() != 1 || op.operandCount() != 0 || !op.hasAttribute("value")) {
      diagnostics.opError(op, "is a constant, which has no operand, one result and the attribute 'value'");
    }
  }
}
