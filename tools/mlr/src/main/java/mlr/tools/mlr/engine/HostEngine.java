package mlr.tools.mlr.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import mlr.lowering.jit.HostJit;

/** The node's code in this process, by LLVM's ORC. */
public record HostEngine(NativeNode node) implements Engine {
  @Override
  public List<Object[]> run(List<Object[]> inputs) {
    var codec = new FrameCodec(node.ports());
    var outputs = new ArrayList<Object[]>();
    try (var jit = HostJit.load(node.object()); var arena = Arena.ofConfined()) {
      var running = jit.node(node.stepInterface(), arena);
      running.reset();
      for (var instant : inputs) {
        MemorySegment.copy(codec.encode(instant), 0, running.in(), ValueLayout.JAVA_BYTE, 0, codec.size("in_bytes"));
        running.step();
        outputs.add(codec.decode(instant, running.out().asSlice(0, codec.size("out_bytes")).toArray(ValueLayout.JAVA_BYTE)));
      }
    }
    return outputs;
  }
}
