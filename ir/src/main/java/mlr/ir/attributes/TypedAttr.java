package mlr.ir.attributes;

import mlr.ir.Attribute;
import mlr.ir.Type;

/** An attribute that has a type of its own, written behind it: {@code 1 : i32}, {@code dense<0> : tensor<2xi8>}. */
public interface TypedAttr extends Attribute {
  Type type();
}
