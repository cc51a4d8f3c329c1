package mlr.frontend.emit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.ParamBindings;
import mlr.frontend.resolve.Report;
import mlr.frontend.resolve.Suggestions;
import mlr.frontend.typed.TypedParam;
import mlr.ir.Attribute;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.RankedTensorType;

/** The values of {@code param}s: bound ones where there are bindings, else their initial values; a param may have neither yet. */
final class Params {
  private final Map<String, Attribute> values = new LinkedHashMap<>();

  /** Finds the value of each parameter and reports those of the wrong type, and those that the bindings leave out. */
  Params(Iterable<TypedParam> params, ParamBindings bindings, Report report) {
    for (var param : params) {
      var name = param.declaration().name();
      var bound = bindings.find(name.text());
      if (bound.isPresent()) {
        bound(param, bound.get(), bindings, report).ifPresent(v -> values.put(name.text(), v));
      } else if (param.value().isPresent()) {
        var value = new ConstantValues(param.solution()).attribute(param.value().get());
        value.ifPresentOrElse(v -> values.put(name.text(), v), () -> report.error(LanguageCode.PARAM_VALUE, param.value().get().range(),
            "the initial value of a param is made of literals, zeros, [..], '^', '|' and + - * / on floats"));
      } else if (bindings.required()) {
        report.error(LanguageCode.PARAM_VALUE, name.range(), bindings.origin().isEmpty()
            ? "param '" + name + "' has no value: give a safetensors file with --params, or an initial value here"
            : "param '" + name + "' has no value in " + bindings.origin() + Suggestions.didYouMean(name.text(), bindings.names()));
      }
    }
  }

  private static Optional<Attribute> bound(TypedParam param, DenseElementsAttr value, ParamBindings bindings, Report report) {
    var type = IrTypes.of(param.type());
    var wanted = type instanceof RankedTensorType tensor ? tensor : RankedTensorType.of(type);
    boolean single = wanted.rank() == 0 && value.type().elementCount() == 1;
    if (!value.type().element().equals(wanted.element()) || !value.type().shape().equals(wanted.shape()) && !single) {
      report.error(LanguageCode.PARAM_VALUE, param.declaration().name().range(), "param '" + param.declaration().name() + "' has type " + param.type() + ", and its value in "
          + bindings.origin() + " has type " + value.type().element() + value.type().shape().toString().replace(" ", ""));
      return Optional.empty();
    }
    return Optional.of(type instanceof RankedTensorType tensor ? value.withType(tensor) : value.element(0));
  }

  /** The value of a parameter, if it has one. */
  Optional<Attribute> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
