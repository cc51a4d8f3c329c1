package mlr.ir.reduction.step;

import mlr.ir.Operation;

/** One way of making IR smaller, in units that can be taken away independently; a unit's number stands for the same in every copy of the IR. */
public interface ReductionStep {
  /** What the units are, for reports: {@code operations}. */
  String units();

  /** How many units there are. */
  int count(Operation root);

  /** Takes the units from {@code from} to before {@code to} away where that is possible; the result may be invalid, and the same as before. */
  void remove(Operation root, int from, int to);
}
