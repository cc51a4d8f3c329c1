package mlr.ir.text.assembly;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.Arity;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.AttributeSyntax;
import mlr.ir.definition.OperandHandle;
import mlr.ir.text.OpPrinter;
import mlr.ir.text.assembly.FormatElement.TypeSource;

/**
 * Writes operations by the elements of their format. Holds none of the operations, so that it need not be made for each.
 *
 * @param elements as {@link TextRuns} joins them
 */
record FormatWriter(FormatSequence elements, List<String> writtenAttributes) {
  void write(Operation op, OpPrinter out) {
    write(elements, op, out);
  }

  private void write(FormatSequence some, Operation op, OpPrinter out) {
    for (int i = 0; i < some.size(); i++) {
      write(some.get(i), op, out);
    }
  }

  // Tests of types one by one, here and below, where a switch would read better: each switch over patterns generates a class when it
  // first runs, as do `equals` and `hashCode` of a record, and no AOT cache keeps these. On the way of every program, that would be a
  // fifth of the time that mlr-opt needs for a small module.
  private void write(FormatElement element, Operation op, OpPrinter out) {
    if (element instanceof FormatElement.Literal literal) {
      out.print(literal.text());
    } else if (element instanceof FormatElement.Operand operand) {
      if (operand.handle().arity() == Arity.ONE) {
        out.printOperand(operand.handle().in(op));
      } else {
        writeGroup(operand.handle(), op, out);
      }
    } else if (element instanceof FormatElement.TypeOf types) {
      writeTypes(types.source(), op, out);
    } else if (element instanceof FormatElement.AttributeDictionary(boolean keyword)) {
      if (keyword) {
        out.printOptionalAttributeDictionaryWithKeyword(op, writtenAttributes);
      } else {
        out.printOptionalAttributeDictionary(op, writtenAttributes);
      }
    } else if (element instanceof FormatElement.Attribute attribute) {
      var value = op.attribute(attribute.handle().name());
      if (value.isPresent()) {
        writeAttribute(attribute, value.get(), out);
      }
    } else if (element instanceof FormatElement.Optional group) {
      write(isPresent(group.anchor(), op) ? group.then() : group.otherwise(), op, out);
    } else if (element instanceof FormatElement.Whitespace) {
      // The only white space that is in no run of text.
      out.newline();
    } else {
      writeOther(element, op, out);
    }
  }

  private static void writeOther(FormatElement element, Operation op, OpPrinter out) {
    if (element instanceof FormatElement.Operands) {
      out.printOperands(op.operands());
    } else if (element instanceof FormatElement.Region region) {
      out.printRegion(region.handle().in(op), true, true);
    } else if (element instanceof FormatElement.FunctionalType type) {
      out.printFunctionType(typesOf(type.inputs(), op), typesOf(type.results(), op));
    } else if (element instanceof FormatElement.Successor successor) {
      out.printSuccessor(op.successor(successor.index()));
    } else if (element instanceof FormatElement.Successors) {
      for (int i = 0; i < op.successorCount(); i++) {
        separator(i, out).printSuccessor(op.successor(i));
      }
    } else if (element instanceof FormatElement.Regions) {
      for (int i = 0; i < op.regionCount(); i++) {
        separator(i, out).printRegion(op.region(i), true, true);
      }
    } else {
      throw new IllegalArgumentException("no such element: " + element);
    }
  }

  private static OpPrinter separator(int position, OpPrinter out) {
    return position > 0 ? out.print(", ") : out;
  }

  // Values and types by position, here and below, without lists of them.
  private static void writeGroup(OperandHandle group, Operation op, OpPrinter out) {
    int start = group.start(op);
    int size = group.size(op);
    for (int i = 0; i < size; i++) {
      separator(i, out).printOperand(op.operand(start + i));
    }
  }

  private static void writeTypes(TypeSource source, Operation op, OpPrinter out) {
    if (source instanceof TypeSource.OfResult(var group)) {
      if (group.arity() == Arity.ONE && op.resultCount() == 1) {
        out.printType(op.result().type());
      } else {
        out.printTypes(Value.types(group.all(op)));
      }
    } else if (source instanceof TypeSource.OfOperand(var group)) {
      int start = group.start(op);
      int size = group.size(op);
      for (int i = 0; i < size; i++) {
        separator(i, out).printType(op.operand(start + i).type());
      }
    } else {
      out.printTypes(typesOf(source, op));
    }
  }

  private static boolean isPresent(FormatElement anchor, Operation op) {
    if (anchor instanceof FormatElement.Attribute attribute) {
      return isWritten(attribute.handle(), op);
    }
    if (anchor instanceof FormatElement.Operand operand) {
      return operand.handle().size(op) > 0;
    }
    return switch (anchor) {
      case FormatElement.Operands _ -> op.operandCount() > 0;
      case FormatElement.Region region -> !region.handle().in(op).isEmpty();
      case FormatElement.Regions _ -> op.regionCount() > 0;
      case FormatElement.Successor successor -> op.successorCount() > successor.index();
      case FormatElement.Successors _ -> op.successorCount() > 0;
      case FormatElement.TypeOf types -> !typesOf(types.source(), op).isEmpty();
      case FormatElement.FunctionalType type -> !typesOf(type.inputs(), op).isEmpty() || !typesOf(type.results(), op).isEmpty();
      case FormatElement.Attribute _, FormatElement.Operand _, FormatElement.Literal _, FormatElement.Whitespace _, FormatElement.AttributeDictionary _, FormatElement.Optional _ -> true;
    };
  }

  private static <A extends mlr.ir.Attribute> boolean isWritten(AttributeHandle<A> handle, Operation op) {
    var value = op.attribute(handle.name());
    return value.isPresent() && !value.equals(handle.defaultValue());
  }

  private static void writeAttribute(FormatElement.Attribute element, mlr.ir.Attribute value, OpPrinter out) {
    // A unit attribute says all by the group it anchors.
    if (value instanceof UnitAttr) {
      return;
    }
    if (element.space()) {
      out.print(" ");
    }
    var syntax = element.handle().syntax();
    if (syntax instanceof AttributeSyntax.Keyword(var cases)) {
      out.print(cases.keyword(value).orElseGet(value::toString));
    } else if (syntax instanceof AttributeSyntax.Typed) {
      if (value instanceof DenseArrayAttr array) {
        out.print("[" + array.numbers() + "]");
      } else {
        out.printAttributeWithoutType(value);
      }
    } else if (syntax instanceof AttributeSyntax.Stripped(String dialect, String mnemonic)) {
      out.print(value.toString().substring(("#" + dialect + "." + mnemonic).length()));
    } else if (value instanceof StringAttr(String text) && element.handle().name().equals(SymbolTable.NAME_ATTRIBUTE)) {
      out.printSymbol(text);
    } else {
      out.printAttribute(value);
    }
  }

  private static List<Type> typesOf(TypeSource source, Operation op) {
    if (source instanceof TypeSource.OfOperand(var handle)) {
      return Value.types(handle.all(op));
    }
    if (source instanceof TypeSource.OfResult(var handle)) {
      return Value.types(handle.all(op));
    }
    return source instanceof TypeSource.OfOperands ? op.operandTypes() : op.resultTypes();
  }
}
