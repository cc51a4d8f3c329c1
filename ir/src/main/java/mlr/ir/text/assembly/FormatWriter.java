package mlr.ir.text.assembly;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.SymbolTable;
import mlr.ir.definition.Arity;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.AttributeSyntax;
import mlr.ir.text.OpPrinter;
import mlr.ir.text.assembly.FormatElement.TypeSource;

/** Writes one operation by the elements of its format. */
record FormatWriter(Operation op, OpPrinter out, List<String> writtenAttributes) {
  void write(List<FormatElement> elements) {
    for (var element : elements) {
      write(element);
    }
  }

  private void write(FormatElement element) {
    switch (element) {
      case FormatElement.Literal literal -> space(literal.space()).print(literal.text());
      case FormatElement.Whitespace(String text) -> {
        if (text.equals("\n")) {
          out.newline();
        } else {
          out.print(text);
        }
      }
      case FormatElement.Operand operand when operand.handle().arity() == Arity.ONE -> space(operand.space()).printOperand(operand.handle().in(op));
      case FormatElement.Operand operand -> space(operand.space()).printOperands(operand.handle().all(op));
      case FormatElement.Operands operands -> space(operands.space()).printOperands(op.operands());
      case FormatElement.Attribute attribute -> op.attribute(attribute.handle().name()).ifPresent(value -> writeAttribute(attribute, value));
      case FormatElement.Region region -> space(region.space()).printRegion(region.handle().in(op), true, true);
      case FormatElement.Regions regions -> {
        space(regions.space());
        for (int i = 0; i < op.regions().size(); i++) {
          out.print(i > 0 ? ", " : "").printRegion(op.region(i), true, true);
        }
      }
      case FormatElement.Successor successor -> space(successor.space()).printSuccessor(op.successor(successor.index()));
      case FormatElement.Successors successors -> {
        space(successors.space());
        for (int i = 0; i < op.successors().size(); i++) {
          out.print(i > 0 ? ", " : "").printSuccessor(op.successors().get(i));
        }
      }
      case FormatElement.TypeOf types -> space(types.space()).printTypes(typesOf(types.source()));
      case FormatElement.FunctionalType type -> space(type.space()).printFunctionType(typesOf(type.inputs()), typesOf(type.results()));
      case FormatElement.AttributeDictionary(boolean keyword) -> {
        if (keyword) {
          out.printOptionalAttributeDictionaryWithKeyword(op, writtenAttributes);
        } else {
          out.printOptionalAttributeDictionary(op, writtenAttributes);
        }
      }
      case FormatElement.Optional group -> write(isPresent(group.anchor()) ? group.then() : group.otherwise());
    }
  }

  private OpPrinter space(boolean wanted) {
    return wanted ? out.print(" ") : out;
  }

  private boolean isPresent(FormatElement anchor) {
    return switch (anchor) {
      case FormatElement.Operand operand -> !operand.handle().all(op).isEmpty();
      case FormatElement.Operands _ -> op.operandCount() > 0;
      case FormatElement.Attribute attribute -> isWritten(attribute.handle());
      case FormatElement.Region region -> !region.handle().in(op).isEmpty();
      case FormatElement.Regions _ -> !op.regions().isEmpty();
      case FormatElement.Successor successor -> op.successors().size() > successor.index();
      case FormatElement.Successors _ -> !op.successors().isEmpty();
      case FormatElement.TypeOf types -> !typesOf(types.source()).isEmpty();
      case FormatElement.FunctionalType type -> !typesOf(type.inputs()).isEmpty() || !typesOf(type.results()).isEmpty();
      case FormatElement.Literal _, FormatElement.Whitespace _, FormatElement.AttributeDictionary _, FormatElement.Optional _ -> true;
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
    switch (element.handle().syntax()) {
      case AttributeSyntax.Keyword(var cases) -> out.print(cases.keyword(value).orElseGet(value::toString));
      case AttributeSyntax.Typed _ when value instanceof DenseArrayAttr array -> out.print("[" + array.numbers() + "]");
      case AttributeSyntax.Typed _ -> out.printAttributeWithoutType(value);
      case AttributeSyntax.Stripped(String dialect, String mnemonic) -> out.print(value.toString().substring(("#" + dialect + "." + mnemonic).length()));
      case AttributeSyntax.Plain _ when value instanceof StringAttr(String text) && element.handle().name().equals(SymbolTable.NAME_ATTRIBUTE) -> out.printSymbol(text);
      case AttributeSyntax.Plain _ -> out.printAttribute(value);
    }
  }

  private List<Type> typesOf(TypeSource source) {
    return switch (source) {
      case TypeSource.OfOperand(var handle) -> Value.types(handle.all(op));
      case TypeSource.OfResult(var handle) -> Value.types(handle.all(op));
      case TypeSource.OfOperands _ -> op.operandTypes();
      case TypeSource.OfResults _ -> op.resultTypes();
    };
  }
}
