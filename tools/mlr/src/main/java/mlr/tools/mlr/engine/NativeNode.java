package mlr.tools.mlr.engine;

import mlr.dialects.reactive.NodeInterface;
import mlr.lowering.llvm.ObjectCode;
import mlr.lowering.target.StepInterface;

/** A node as code: the object, and the interface with its layout. */
public record NativeNode(NodeInterface ports, ObjectCode object) {
  /** The functions to call and the sizes of what they take. */
  public StepInterface stepInterface() {
    var codec = new FrameCodec(ports);
    return StepInterface.ofNode(ports.name(), codec.size("state_bytes"), codec.size("in_bytes"), codec.size("out_bytes"));
  }
}
