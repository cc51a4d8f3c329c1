package mlr.ir.text.assembly;

import java.util.List;
import mlr.ir.FixedList;
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
import mlr.ir.text.OpPrinter;
import mlr.ir.text.assembly.FormatElement.TypeSource;

/** Writes one operation by the elements of its format. */
record FormatWriter(Operation op, OpPrinter out, List<String> writtenAttributes) {
  void write(FixedList<FormatElement> elements) {
    for (int i = 0; i < elements.size(); i++) {
      write(elements.get(i));
    }
  }

  // Tests of types one by one, here and below, where a switch would read better: each switch over patterns generates a class when it
  // first runs, as do `equals` and `hashCode` of a record, and no AOT cache keeps these. On the way of every program, that would be a
  // fifth of the time that mlr-opt needs for a small module.
  private void write(FormatElement element) {
    if (element instanceof FormatElement.Literal literal) {
      space(literal.space()).print(literal.text());
    } else if (element instanceof FormatElement.Whitespace(String text)) {
      if (text.equals("\n")) {
        out.newline();
      } else {
        out.print(text);
      }
    } else if (element instanceof FormatElement.Operand operand) {
      if (operand.handle().arity() == Arity.ONE) {
        space(operand.space()).printOperand(operand.handle().in(op));
      } else {
        space(operand.space()).printOperands(operand.handle().all(op));
      }
    } else if (element instanceof FormatElement.Operands operands) {
      space(operands.space()).printOperands(op.operands());
    } else if (element instanceof FormatElement.Attribute attribute) {
      var value = op.attribute(attribute.handle().name());
      if (value.isPresent()) {
        writeAttribute(attribute, value.get());
      }
    } else if (element instanceof FormatElement.Region region) {
      space(region.space()).printRegion(region.handle().in(op), true, true);
    } else if (element instanceof FormatElement.TypeOf types) {
      if (types.source() instanceof TypeSource.OfResult(var handle) && handle.arity() == Arity.ONE && op.resultCount() == 1) {
        space(types.space()).printType(op.result().type());
      } else {
        space(types.space()).printTypes(typesOf(types.source()));
      }
    } else if (element instanceof FormatElement.FunctionalType type) {
      space(type.space()).printFunctionType(typesOf(type.inputs()), typesOf(type.results()));
    } else if (element instanceof FormatElement.AttributeDictionary(boolean keyword)) {
      if (keyword) {
        out.printOptionalAttributeDictionaryWithKeyword(op, writtenAttributes);
      } else {
        out.printOptionalAttributeDictionary(op, writtenAttributes);
      }
    } else if (element instanceof FormatElement.Optional group) {
      write(isPresent(group.anchor()) ? group.then() : group.otherwise());
    } else {
      writeList(element);
    }
  }

  private void writeList(FormatElement element) {
    if (element instanceof FormatElement.Successor successor) {
      space(successor.space()).printSuccessor(op.successor(successor.index()));
    } else if (element instanceof FormatElement.Successors successors) {
      space(successors.space());
      for (int i = 0; i < op.successors().size(); i++) {
        out.print(i > 0 ? ", " : "").printSuccessor(op.successors().get(i));
      }
    } else if (element instanceof FormatElement.Regions regions) {
      space(regions.space());
      for (int i = 0; i < op.regions().size(); i++) {
        out.print(i > 0 ? ", " : "").printRegion(op.region(i), true, true);
      }
    } else {
      throw new IllegalArgumentException("no such element: " + element);
    }
  }

  private OpPrinter space(boolean wanted) {
    return wanted ? out.print(" ") : out;
  }

  private boolean isPresent(FormatElement anchor) {
    if (anchor instanceof FormatElement.Attribute attribute) {
      return isWritten(attribute.handle());
    }
    if (anchor instanceof FormatElement.Operand operand) {
      return !operand.handle().all(op).isEmpty();
    }
    return switch (anchor) {
      case FormatElement.Operands _ -> op.operandCount() > 0;
      case FormatElement.Region region -> !region.handle().in(op).isEmpty();
      case FormatElement.Regions _ -> !op.regions().isEmpty();
      case FormatElement.Successor successor -> op.successors().size() > successor.index();
      case FormatElement.Successors _ -> !op.successors().isEmpty();
      case FormatElement.TypeOf types -> !typesOf(types.source()).isEmpty();
      case FormatElement.FunctionalType type -> !typesOf(type.inputs()).isEmpty() || !typesOf(type.results()).isEmpty();
      case FormatElement.Attribute _, FormatElement.Operand _, FormatElement.Literal _, FormatElement.Whitespace _, FormatElement.AttributeDictionary _, FormatElement.Optional _ -> true;
    };
  }

  private <A extends mlr.ir.Attribute> boolean isWritten(AttributeHandle<A> handle) {
    var value = op.attribute(handle.name());
    return value.isPresent() && !value.equals(handle.defaultValue());
  }

  private void writeAttribute(FormatElement.Attribute element, mlr.ir.Attribute value) {
    // A unit attribute says all by the group it anchors.
    if (value instanceof UnitAttr) {
      return;
    }
    space(element.space());
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

  private List<Type> typesOf(TypeSource source) {
    if (source instanceof TypeSource.OfOperand(var handle)) {
      return Value.types(handle.all(op));
    }
    if (source instanceof TypeSource.OfResult(var handle)) {
      return Value.types(handle.all(op));
    }
    return source instanceof TypeSource.OfOperands ? op.operandTypes() : op.resultTypes();
  }
}
