package mlr.passes.reactivetosched;

import mlr.ir.Value;

/** What a step computes: a stream of the node, or something that the lowering adds. */
sealed interface Key {
  /** The value of a stream at the step's instant. */
  record Stream(Value value) implements Key {}

  /** An added value: its role ({@code first}, {@code position}, {@code final} …) and what it belongs to. */
  record Added(String role, Object owner) implements Key {}
}
