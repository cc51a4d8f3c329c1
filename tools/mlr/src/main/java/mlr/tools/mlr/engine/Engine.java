package mlr.tools.mlr.engine;

import java.util.List;

/** Something that runs a node over a trace. */
public interface Engine {
  /** The outputs of every instant, one value a port, {@link mlr.interpreter.Absent#ABSENT} where its clock is absent. */
  List<Object[]> run(List<Object[]> inputs);
}
