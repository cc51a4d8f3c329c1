package mlr.ir.verify;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.Arity;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Range;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Checks an operation against the operands, results, attributes, regions and successors its definition declares. */
final class DeclarationVerifier {
  private final DiagnosticEngine diagnostics;

  DeclarationVerifier(DiagnosticEngine diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Returns whether the numbers are right and every constraint holds. */
  boolean verify(Operation op) {
    int before = diagnostics.errorCount();
    if (verifyCounts(op)) {
      verifyTypes(op);
    }
    verifyAttributes(op);
    return diagnostics.errorCount() == before;
  }

  private boolean verifyCounts(Operation op) {
    int before = diagnostics.errorCount();
    var definition = op.definition();
    var operands = definition.operands().stream().map(OperandHandle::arity).toList();
    if (definition.hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS)) {
      verifySegments(op, "operand", OpDefinition.OPERAND_SEGMENTS, operands, op.operandCount());
    } else {
      verifyCount(op, "operand", operands, op.operandCount());
    }
    var results = definition.results().stream().map(ResultHandle::arity).toList();
    if (definition.hasTrait(Trait.ATTR_SIZED_RESULT_SEGMENTS)) {
      verifySegments(op, "result", OpDefinition.RESULT_SEGMENTS, results, op.resultCount());
    } else {
      verifyCount(op, "result", results, op.resultCount());
    }
    int regions = definition.regions().size();
    if (op.regions().size() < regions || op.regions().size() > regions && !definition.hasVariadicRegions()) {
      diagnostics.opError(op, "requires " + number(regions, "region") + (definition.hasVariadicRegions() ? " or more" : "") + ", but has " + op.regions().size());
    }
    int successors = definition.successorCount();
    if (successors >= 0 && op.successors().size() != successors) {
      diagnostics.opError(op, "requires " + number(successors, "successor") + ", but has " + op.successors().size());
    }
    return diagnostics.errorCount() == before;
  }

  private static String number(int count, String noun) {
    return switch (count) {
      case 0 -> "zero " + noun + "s";
      case 1 -> "one " + noun;
      default -> count + " " + noun + "s";
    };
  }

  private void verifyCount(Operation op, String noun, List<Arity> arities, int found) {
    int least = (int) arities.stream().filter(a -> a == Arity.ONE).count();
    if (arities.contains(Arity.VARIADIC)) {
      if (found < least) {
        diagnostics.opError(op, "expected " + least + " or more " + noun + "s, but found " + found);
      }
    } else if (found < least || found > arities.size()) {
      diagnostics.opError(op, least == arities.size()
          ? found > 0 && least == 0 ? "requires zero " + noun + "s" : "expected " + least + " " + noun + (least == 1 ? "" : "s") + ", but found " + found
          : "expected " + least + " to " + arities.size() + " " + noun + "s, but found " + found);
    }
  }

  private void verifySegments(Operation op, String noun, String attribute, List<Arity> arities, int found) {
    if (!(op.attribute(attribute).orElse(null) instanceof DenseArrayAttr sizes)) {
      diagnostics.opError(op, "requires dense i32 array attribute '" + attribute + "'");
      return;
    }
    if (sizes.values().size() != arities.size()) {
      diagnostics.opError(op, "'" + attribute + "' attribute for specifying " + noun + " segments must have " + arities.size() + " elements, but got " + sizes.values().size());
      return;
    }
    for (int i = 0; i < arities.size(); i++) {
      long size = sizes.values().get(i);
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
    long total = sizes.values().stream().mapToLong(Long::longValue).sum();
    if (total != found) {
      diagnostics.opError(op, noun + " count (" + found + ") does not match with the total size (" + total + ") specified in attribute '" + attribute + "'");
    }
  }

  private void verifyTypes(Operation op) {
    for (var handle : op.definition().operands()) {
      verifyGroup(op, "operand", op.definition().operandRange(op, handle.group()), op.operands(), handle.constraint(), handle.arity());
    }
    for (var handle : op.definition().results()) {
      verifyGroup(op, "result", op.definition().resultRange(op, handle.group()), op.results(), handle.constraint(), handle.arity());
    }
  }

  private void verifyGroup(Operation op, String noun, Range range, List<? extends Value> values, TypeConstraint constraint, Arity arity) {
    for (int i = range.start(); i < range.end(); i++) {
      if (!constraint.accepts(values.get(i).type())) {
        diagnostics.opError(op, noun + " #" + i + " must be " + (arity == Arity.VARIADIC ? "variadic of " : "") + constraint.description()
            + ", but got '" + values.get(i).type() + "'");
      }
    }
  }

  private void verifyAttributes(Operation op) {
    for (AttributeHandle<?> handle : op.definition().attributes()) {
      var value = op.attribute(handle.name());
      if (value.isEmpty() && handle.required()) {
        diagnostics.opError(op, "requires attribute '" + handle.name() + "'");
      } else if (value.isPresent() && !handle.accepts(value.get())) {
        diagnostics.opError(op, "attribute '" + handle.name() + "' failed to satisfy constraint: " + handle.description());
      }
    }
  }
}
