package mlr.ir.dataflow;

import java.util.Optional;
import mlr.ir.Attribute;

/** What constant a value is. */
public sealed interface ConstantFact {
  /** No value has reached it yet; after the analysis: it is never computed. */
  record Unreached() implements ConstantFact {
    @Override
    public String toString() {
      return "unreached";
    }
  }

  /** It is this constant whenever it is computed. */
  record Constant(Attribute value) implements ConstantFact {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** It may be several. */
  record Varying() implements ConstantFact {
    @Override
    public String toString() {
      return "varying";
    }
  }

  ConstantFact UNREACHED = new Unreached();
  ConstantFact VARYING = new Varying();

  /** The constant, if it is one. */
  default Optional<Attribute> constant() {
    return this instanceof Constant(Attribute value) ? Optional.of(value) : Optional.empty();
  }
}
