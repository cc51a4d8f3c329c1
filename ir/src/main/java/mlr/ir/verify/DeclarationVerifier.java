package mlr.ir.verify;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.Arity;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.GroupLayout;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.TypeMatch;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.Spelling;
import mlr.ir.types.IntegerType;
import mlr.ir.types.NoneType;

/** Checks an operation against the operands, results, attributes, regions and successors its definition declares. */
final class DeclarationVerifier {
  private final DiagnosticEngine diagnostics;

  /** The last constraint that was met, and the type that met it: the next value's are often the same, and need not be tested again. */
  private TypeConstraint met = Types.ANY;
  private Type meeting = NoneType.NONE;

  DeclarationVerifier(DiagnosticEngine diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Returns whether the numbers are right and every constraint holds. */
  boolean verify(Operation op) {
    int before = diagnostics.errorCount();
    if (verifyCounts(op)) {
      verifyTypes(op);
      if (diagnostics.errorCount() == before) {
        var matches = op.definition().typeMatches();
        for (int i = 0; i < matches.size(); i++) {
          verifyMatch(op, matches.get(i));
        }
      }
    }
    verifyAttributes(op);
    return diagnostics.errorCount() == before;
  }

  private boolean verifyCounts(Operation op) {
    int before = diagnostics.errorCount();
    var definition = op.definition();
    var operands = definition.operandLayout();
    if (definition.hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS)) {
      verifySegments(op, "operand", OpDefinition.OPERAND_SEGMENTS, operands.arities(), op.operandCount());
    } else {
      verifyCount(op, "operand", operands, op.operandCount());
    }
    var results = definition.resultLayout();
    if (definition.hasTrait(Trait.ATTR_SIZED_RESULT_SEGMENTS)) {
      verifySegments(op, "result", OpDefinition.RESULT_SEGMENTS, results.arities(), op.resultCount());
    } else {
      verifyCount(op, "result", results, op.resultCount());
    }
    int regions = definition.regions().size();
    if (op.regionCount() < regions || op.regionCount() > regions && !definition.hasVariadicRegions()) {
      diagnostics.opError(op, "requires " + number(regions, "region") + (definition.hasVariadicRegions() ? " or more" : "") + ", but has " + op.regionCount());
    } else if (regions > 0) {
      verifyBlocks(op);
    }
    int successors = definition.successorCount();
    if (successors >= 0 && op.successorCount() != successors) {
      diagnostics.opError(op, "requires " + number(successors, "successor") + ", but has " + op.successorCount());
    }
    return diagnostics.errorCount() == before;
  }

  private void verifyBlocks(Operation op) {
    var regions = op.definition().regions();
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).oneBlock() && op.region(i).blockCount() != 1) {
        diagnostics.opError(op, "region #" + i + " ('" + regions.get(i).name() + "') failed to verify constraint: region with 1 blocks");
      }
    }
  }

  private static String number(int count, String noun) {
    return switch (count) {
      case 0 -> "zero " + noun + "s";
      case 1 -> "one " + noun;
      default -> count + " " + noun + "s";
    };
  }

  private void verifyCount(Operation op, String noun, GroupLayout groups, int found) {
    int least = groups.singles();
    int most = groups.count();
    if (groups.isVariadic()) {
      if (found < least) {
        diagnostics.opError(op, "expected " + least + " or more " + noun + "s, but found " + found);
      }
    } else if (found < least || found > most) {
      diagnostics.opError(op, least == most
          ? found > 0 && least == 0 ? "requires zero " + noun + "s" : "expected " + least + " " + noun + (least == 1 ? "" : "s") + ", but found " + found
          : "expected " + least + " to " + most + " " + noun + "s, but found " + found);
    }
  }

  private void verifySegments(Operation op, String noun, String attribute, List<Arity> arities, int found) {
    if (!(op.attribute(attribute).orElse(null) instanceof DenseArrayAttr sizes) || !sizes.element().equals(IntegerType.I32)) {
      diagnostics.opError(op, "requires dense i32 array attribute '" + attribute + "'");
      return;
    }
    if (sizes.values().size() != arities.size()) {
      diagnostics.opError(op, "'" + attribute + "' attribute for specifying " + noun + " segments must have " + arities.size() + " elements, but got " + sizes.values().size());
      return;
    }
    long total = 0;
    for (int i = 0; i < arities.size(); i++) {
      long size = sizes.values().get(i);
      total += size;
      boolean right = switch (arities.get(i)) {
        case ONE -> size == 1;
        case OPTIONAL -> size == 0 || size == 1;
        case VARIADIC -> size >= 0;
      };
      if (!right) {
        diagnostics.opError(op, noun + " group #" + i + " requires " + (arities.get(i) == Arity.ONE ? "1" : arities.get(i) == Arity.OPTIONAL ? "0 or 1" : "0 or more")
            + " element, but found " + size);
        return;
      }
    }
    if (total != found) {
      diagnostics.opError(op, noun + " count (" + found + ") does not match with the total size (" + total + ") specified in attribute '" + attribute + "'");
    }
  }

  private void verifyTypes(Operation op) {
    var operands = op.definition().operands();
    var layout = op.definition().operandLayout();
    for (int group = 0, i = 0; group < layout.count(); group++) {
      var handle = operands.get(group);
      for (int end = i + layout.size(op, group, op.operandCount()); i < end; i++) {
        verifyType(op, "operand", i, op.operand(i).type(), handle.constraint(), handle.arity());
      }
    }
    var results = op.definition().results();
    layout = op.definition().resultLayout();
    for (int group = 0, i = 0; group < layout.count(); group++) {
      var handle = results.get(group);
      for (int end = i + layout.size(op, group, op.resultCount()); i < end; i++) {
        verifyType(op, "result", i, op.result(i).type(), handle.constraint(), handle.arity());
      }
    }
  }

  /** Checks that values have the type that another one determines; the constraints, which a transform relies on, hold. */
  private void verifyMatch(Operation op, TypeMatch match) {
    var from = group(op, match.from());
    if (from.size() != 1) {
      return;
    }
    var expected = match.transform().apply(from.getFirst().type());
    for (var value : group(op, match.to())) {
      if (!value.type().equals(expected)) {
        diagnostics.opError(op, "failed to verify that '" + match.to() + "' has the type that '" + match.from() + "' implies: expected '" + expected + "', but got '"
            + value.type() + "'");
        return;
      }
    }
  }

  private static List<? extends Value> group(Operation op, String name) {
    for (var handle : op.definition().operands()) {
      if (handle.name().equals(name)) {
        return handle.all(op);
      }
    }
    for (var handle : op.definition().results()) {
      if (handle.name().equals(name)) {
        return handle.all(op);
      }
    }
    return List.of();
  }

  private void verifyType(Operation op, String noun, int index, Type type, TypeConstraint constraint, Arity arity) {
    if (type == meeting && constraint == met) {
      return;
    }
    if (constraint.accepts(type)) {
      met = constraint;
      meeting = type;
    } else {
      diagnostics.opError(op, noun + " #" + index + " must be " + (arity == Arity.VARIADIC ? "variadic of " : "") + constraint.description()
          + ", but got '" + type + "'");
    }
  }

  private void verifyAttributes(Operation op) {
    var declared = op.definition().attributes();
    for (int i = 0; i < declared.size(); i++) {
      AttributeHandle<?> handle = declared.get(i);
      int at = op.attributes().position(handle.name());
      if (at < 0 && handle.required()) {
        diagnostics.opError(op, "requires attribute '" + handle.name() + "'"
            + Spelling.closest(handle.name(), op.attributes().asMap().keySet()).map(near -> "; is '" + near + "' meant?").orElse(""));
      } else if (at >= 0 && !handle.accepts(op.attributes().value(at))) {
        diagnostics.opError(op, "attribute '" + handle.name() + "' failed to satisfy constraint: " + handle.description());
      }
    }
  }
}
