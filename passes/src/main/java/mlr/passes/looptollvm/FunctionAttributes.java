package mlr.passes.looptollvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.func.FuncOp;
import mlr.dialects.func.FunctionSignature;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Attribute;
import mlr.ir.NamedAttributes;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/**
 * What LLVM may know of functions and their arguments. State, inputs and outputs of a node do not overlap, are as large as the
 * interface record says and aligned as C aligns them; inputs are only read.
 *
 * @param nodes the interface records of the module
 */
public record FunctionAttributes(List<NodeInterface> nodes) {
  private static final long MAX_ALIGNMENT = 8;
  private static final NamedAttributes NO_UNWINDING = NamedAttributes.NONE.with("passthrough", new ArrayAttr(List.of(new StringAttr("nounwind"))));

  /** The attributes of the llvm function that {@code function} becomes. */
  NamedAttributes of(FuncOp function) {
    var attributes = NO_UNWINDING;
    var arguments = arguments(function);
    if (!arguments.isEmpty()) {
      attributes = attributes.with(FunctionSignature.ARGUMENT_ATTRIBUTES, new ArrayAttr(arguments));
    }
    var results = function.functionType().results();
    if (function.isDeclaration() && results.size() == 1 && !extension(results.getFirst()).isEmpty()) {
      attributes = attributes.with(FunctionSignature.RESULT_ATTRIBUTES, new ArrayAttr(List.of(new DictionaryAttr(extension(results.getFirst())))));
    }
    return attributes;
  }

  /** What is known of each argument; nothing when nothing is known of any. */
  private List<Attribute> arguments(FuncOp function) {
    var inputs = function.functionType().inputs();
    var structs = structs(function);
    if (structs.isEmpty() && !function.isDeclaration()) {
      return List.of();
    }
    var all = new ArrayList<Attribute>();
    boolean any = false;
    for (int i = 0; i < inputs.size(); i++) {
      var known = new LinkedHashMap<String, Attribute>();
      if (function.isDeclaration()) {
        known.putAll(extension(inputs.get(i)));
      } else if (i < structs.size() && inputs.get(i) instanceof MemRefType memref) {
        known.putAll(pointer(memref, structs.get(i), i == 1));
      }
      all.add(new DictionaryAttr(known));
      any |= !known.isEmpty();
    }
    return any ? all : List.of();
  }

  /** The alignments of the structs that a function of a node takes: state, inputs, outputs; none for another function. */
  private List<Long> structs(FuncOp function) {
    for (var node : nodes) {
      var state = node.bytes().containsKey("state_bytes") ? stateAlignment(node.bytes().get("state_bytes")) : 1;
      if (function.symbol().equals(node.name() + "_reset")) {
        return List.of(state);
      }
      if (function.symbol().equals(node.name() + "_step")) {
        return List.of(state, alignment(node.inputs()), alignment(node.outputs()));
      }
    }
    return List.of();
  }

  /** The alignment of a state of so many bytes, which its size is a multiple of; callers give it that. */
  public static long stateAlignment(long bytes) {
    return bytes == 0 ? 1 : Math.min(MAX_ALIGNMENT, Long.lowestOneBit(bytes));
  }

  private static long alignment(List<NodeInterface.Port> ports) {
    return ports.stream().mapToLong(port -> DenseElementsAttr.elementBytes(ShapedType.elementOrSelf(port.type()))).max().orElse(1);
  }

  private static Map<String, Attribute> pointer(MemRefType type, long alignment, boolean readOnly) {
    var known = new LinkedHashMap<String, Attribute>();
    known.put("llvm.noalias", UnitAttr.UNIT);
    known.put("llvm.nocapture", UnitAttr.UNIT);
    if (type.elementCount() > 0) {
      known.put("llvm.align", IntegerAttr.i64(alignment));
      known.put("llvm.dereferenceable", IntegerAttr.i64(type.elementCount()));
    }
    if (readOnly) {
      known.put("llvm.readonly", UnitAttr.UNIT);
    }
    return known;
  }

  /** How C passes an integer below the width of int: Booleans with zeros, others with their sign. */
  private static Map<String, Attribute> extension(Type type) {
    if (!(type instanceof IntegerType integer) || integer.width() >= 32) {
      return Map.of();
    }
    return Map.of(integer.width() == 1 ? "llvm.zeroext" : "llvm.signext", UnitAttr.UNIT);
  }
}
