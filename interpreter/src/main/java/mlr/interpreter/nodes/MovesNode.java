package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

/** Values handed on all at once: each target gets what its source held before. */
public final class MovesNode extends ActionNode {
  @CompilationFinal(dimensions = 1) private final int[] sources;
  @CompilationFinal(dimensions = 1) private final int[] targets;
  private final boolean overlapping;

  public MovesNode(int[] sources, int[] targets) {
    this.sources = sources.clone();
    this.targets = targets.clone();
    this.overlapping = overlap(sources, targets);
  }

  private static boolean overlap(int[] sources, int[] targets) {
    for (int i = 0; i < targets.length; i++) {
      for (int j = i + 1; j < sources.length; j++) {
        if (targets[i] == sources[j]) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    if (overlapping) {
      var values = new Object[sources.length];
      for (int i = 0; i < sources.length; i++) {
        values[i] = frame.getValue(sources[i]);
      }
      for (int i = 0; i < targets.length; i++) {
        Slots.write(frame, targets[i], values[i]);
      }
    } else {
      for (int i = 0; i < targets.length; i++) {
        frame.copy(sources[i], targets[i]);
      }
    }
  }
}
