package mlr.frontend.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.Operator;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.syntax.TypeSyntax;
import mlr.frontend.typed.StaticValue;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Size;
import mlr.frontend.types.ValueType;

/** Reads types and sizes as they are written, under values for the static parameters in scope. */
public final class StaticReader {
  private final Program program;
  private final Report report;
  private final Scalar real;
  private final Map<String, StaticValue> environment;
  private final Set<String> open;

  private StaticReader(Program program, Report report, Scalar real, Map<String, StaticValue> environment, Set<String> open) {
    this.program = program;
    this.report = report;
    this.real = real;
    this.environment = environment;
    this.open = open;
  }

  /** A reader in the scope of a declaration; {@code real} is what that word means. */
  public StaticReader(Program program, Report report, Scalar real, Map<String, StaticValue> environment) {
    this(program, report, real, environment, Set.of());
  }

  /** The type that is written, or nothing after reporting why it is none. */
  public Optional<ValueType> type(TypeSyntax syntax) {
    return switch (syntax) {
      case TypeSyntax.Named named -> named(named.name());
      // T[a][b] is T[a,b]: the extents further right are further inside.
      case TypeSyntax.Tensor(TypeSyntax.Tensor inner, var extents, var range) ->
          type(new TypeSyntax.Tensor(inner.element(), Stream.concat(inner.extents().stream(), extents.stream()).toList(), range));
      case TypeSyntax.Tensor tensor -> withAxes(type(tensor.element()), tensor.extents());
      case TypeSyntax.Power power -> withAxes(type(power.element()), List.of(power.extent()));
    };
  }

  private Optional<ValueType> withAxes(Optional<ValueType> element, List<Expression> extents) {
    var sizes = new ArrayList<Size>();
    for (var extent : extents) {
      var size = size(extent);
      if (size.isPresent() && size.get().constant().filter(n -> n < 1).isPresent()) {
        report.error(LanguageCode.BAD_SIZE, extent.range(), "an extent must be at least 1, and this is " + size.get());
        return Optional.empty();
      }
      size.ifPresent(sizes::add);
    }
    if (element.isEmpty() || sizes.size() != extents.size()) {
      return Optional.empty();
    }
    return Optional.of(element.get().withShape(element.get().shape().prepend(sizes)));
  }

  private Optional<ValueType> named(Name name) {
    if (environment.get(name.text()) instanceof StaticValue.TypeArgument argument) {
      return Optional.of(argument.type());
    }
    var declared = program.declaration(name.text());
    if (declared.isPresent()) {
      switch (declared.get()) {
        case Declaration.Enumeration enumeration -> {
          return Optional.of(ValueType.scalar(Program.elementType(enumeration)));
        }
        case Declaration.Alias alias -> {
          return enter(name).flatMap(inside -> inside.type(alias.type()));
        }
        // Reported where it is declared.
        case Declaration.RecordType _ -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
    var scalar = Scalar.named(name.text(), real);
    if (scalar.isPresent()) {
      return scalar.map(ValueType::scalar);
    }
    if (name.text().equals("size")) {
      report.error(LanguageCode.TYPE_MISMATCH, name.range(), "'size' is the type of constants and static parameters only; a value that runs has an integer type, such as i32");
      return Optional.empty();
    }
    report.undefined(LanguageCode.UNDEFINED_NAME, name, "unknown type '" + name + "'" + Suggestions.didYouMean(name.text(), typeNames()));
    return Optional.empty();
  }

  private List<String> typeNames() {
    var all = new ArrayList<String>();
    Stream.of(Scalar.values()).map(Scalar::toString).forEach(all::add);
    all.addAll(List.of("int", "float", "real"));
    all.addAll(program.names(Declaration.Enumeration.class));
    all.addAll(program.names(Declaration.Alias.class));
    environment.forEach((name, value) -> {
      if (value instanceof StaticValue.TypeArgument) {
        all.add(name);
      }
    });
    return all;
  }

  /** The scope of a global declaration that is being read because {@code name} was met; nothing when it depends on itself. */
  private Optional<StaticReader> enter(Name name) {
    if (open.contains(name.text())) {
      report.error(LanguageCode.CYCLIC_DECLARATION, name.range(), "'" + name + "' depends on itself");
      return Optional.empty();
    }
    var inner = new LinkedHashSet<>(open);
    inner.add(name.text());
    return Optional.of(new StaticReader(program, report, real, Map.of(), inner));
  }

  /** Whether an expression is made of what is known when a program is compiled, and is an integer. */
  public boolean isSize(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral _ -> true;
      case Expression.Reference reference -> environment.containsKey(reference.name().text())
          ? environment.get(reference.name().text()) instanceof StaticValue.Number
          : program.declaration(reference.name().text()).orElse(null) instanceof Declaration.Const constant
              && !open.contains(reference.name().text())
              && enter(reference.name()).filter(inside -> inside.isSize(constant.value())).isPresent();
      case Expression.Prefix(var operator, var operand, _) -> operator == Operator.NEGATE && isSize(operand);
      case Expression.Binary binary -> switch (binary.operator()) {
        case ADD, SUBTRACT, MULTIPLY, DIVIDE, DIV, MODULO -> isSize(binary.left()) && isSize(binary.right());
        default -> false;
      };
      default -> false;
    };
  }

  /** The value of a static integer expression, or nothing after reporting why it has none. */
  public Optional<Size> size(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral literal -> {
        if (literal.value().bitLength() > 31) {
          report.error(LanguageCode.BAD_SIZE, literal.range(), "the size " + literal.value() + " is too large: at most 2147483647");
          yield Optional.empty();
        }
        yield Optional.of(Size.of(literal.value().longValue()));
      }
      case Expression.Reference reference -> reference(reference);
      case Expression.Prefix(var operator, var operand, _) when operator == Operator.NEGATE ->
          size(operand).map(value -> Size.of(0).minus(value));
      case Expression.Binary binary -> binary(binary);
      default -> notStatic(expression.range());
    };
  }

  private Optional<Size> binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, DIV, MODULO -> {
        var left = size(binary.left());
        var right = size(binary.right());
        yield left.isEmpty() || right.isEmpty() ? Optional.empty() : Optional.of(switch (binary.operator()) {
          case ADD -> left.get().plus(right.get());
          case SUBTRACT -> left.get().minus(right.get());
          case MULTIPLY -> left.get().times(right.get());
          default -> left.get().divide(right.get(), binary.operator() == Operator.MODULO);
        });
      }
      default -> notStatic(binary.range());
    };
  }

  private Optional<Size> reference(Expression.Reference reference) {
    var name = reference.name();
    if (environment.containsKey(name.text())) {
      return environment.get(name.text()) instanceof StaticValue.Number(var value, _) ? Optional.of(value) : notStatic(name.range());
    }
    var declared = program.declaration(name.text());
    if (declared.isEmpty()) {
      var known = new ArrayList<>(environment.keySet());
      known.addAll(program.names(Declaration.Const.class));
      report.undefined(LanguageCode.BAD_SIZE, name, "a size is needed here, and no constant or static parameter is called '" + name + "'"
          + Suggestions.didYouMean(name.text(), known));
      return Optional.empty();
    }
    return declared.get() instanceof Declaration.Const constant ? enter(name).flatMap(inside -> inside.size(constant.value()))
        : notStatic(name.range());
  }

  private Optional<Size> notStatic(SourceRange range) {
    report.error(LanguageCode.BAD_SIZE, range, "a size is needed here: an integer that is known when the program is compiled");
    return Optional.empty();
  }
}
