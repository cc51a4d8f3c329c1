package mlr.frontend.typed;

import java.util.Optional;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.types.Unifier;
import mlr.frontend.types.ValueType;

/** A {@code param} with its type; {@code value} is its initial value, an expression over constants whose types {@code solution} resolves. */
public record TypedParam(Declaration.Param declaration, ValueType type, Optional<TypedExpression> value, Unifier solution) {}
