package mlr.validation.subject;

import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Operation;

/** Something that both modules have and that can be run. */
public sealed interface Subject {
  /** How messages speak of it. */
  String title();

  /** The operations that are it before the pass. */
  List<Operation> codeBefore();

  /** The operations that are it after the pass. */
  List<Operation> codeAfter();

  /** A function of one name and corresponding signatures, or one that is gone. */
  record Function(Callable before, Optional<Callable> after) implements Subject {
    @Override
    public String title() {
      return "function @" + before.symbol();
    }

    @Override
    public List<Operation> codeBefore() {
      return List.of(before.op());
    }

    @Override
    public List<Operation> codeAfter() {
      return after.map(Callable::op).stream().toList();
    }
  }

  /** A node, at whatever level each side is; {@code ports} are those before. */
  record Node(NodeInterface ports, List<Operation> codeBefore, List<Operation> codeAfter) implements Subject {
    @Override
    public String title() {
      return "node @" + ports.name();
    }
  }
}
