package mlr.lowering.certificate;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Operation;
import mlr.ir.types.FloatType;
import mlr.ir.types.ShapedType;
import mlr.lowering.llvm.ObjectCode;
import mlr.lowering.target.FloatFormat;
import mlr.lowering.target.RuntimeSymbol;
import mlr.lowering.target.Target;

/**
 * What is promised of an object file: memory, stack and latency of its nodes, and what it leaves to others. Sizes of code and
 * data are read from the object itself.
 *
 * @param object         the object's name
 * @param target         the machine that it is for
 * @param codeBytes      machine code with the constant pools in it
 * @param constantBytes  read-only data
 * @param variableBytes  variables of the object's own; there are none, since all state is the caller's
 * @param unfused        floating-point formats in which contractions multiply, then add, because the target has no fused instruction
 * @param runtimeSymbols what it needs of libgcc or its like
 * @param externals      functions that the user defines
 * @param nodes          the exported nodes
 */
public record Certificate(String object, Target target, long codeBytes, long constantBytes, long variableBytes, List<String> unfused,
  List<RuntimeSymbol> runtimeSymbols, List<String> externals, List<NodeCertificate> nodes) {
 /** When backward sweeps run: all of a segment's inside its last instant. */
 public static final String SCHEDULE = "burst";

 public Certificate {
  unfused = List.copyOf(unfused);
  runtimeSymbols = List.copyOf(runtimeSymbols);
  externals = List.copyOf(externals);
  nodes = List.copyOf(nodes);
 }

 /** Of an object compiled from a module at the level of llvm, which carries the interface record. */
 public static Certificate of(String name, Operation module, ObjectCode object, List<String> externals) {
  var nodes = new ArrayList<NodeCertificate>();
  for (var node : NodeInterface.all(module)) {
   if (node.exported()) {
    nodes.add(NodeCertificate.of(node, module, object));
   }
  }
  return new Certificate(name, object.target(), object.codeBytes(), object.constantBytes(), object.dataBytes() + object.zeroedBytes(),
    unfused(module, object.target()), object.runtimeSymbols(), externals, nodes);
 }

 /** Formats that the module multiplies in and that the target does not fuse. */
 private static List<String> unfused(Operation module, Target target) {
  var multiplied = module.collect(Operation.class).stream().filter(op -> op.name().equals("llvm.fmul")).map(op -> ShapedType.elementOrSelf(op.result().type())).toList();
  var formats = new ArrayList<String>();
  if (multiplied.contains(FloatType.F32) && !target.floats().fuses(FloatFormat.F32)) {
   formats.add("f32");
  }
  if (multiplied.contains(FloatType.F64) && !target.floats().fuses(FloatFormat.F64)) {
   formats.add("f64");
  }
  return formats;
 }
}
