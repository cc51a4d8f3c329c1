package mlr.dialects.math.library;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.math.library.BlockWriter.Constant;
import mlr.dialects.math.library.BlockWriter.Operand;

/**
 * One straight-line Java method on numbers as MLIR operations: local variables, arithmetic, comparisons, conditional expressions (as
 * selections of two computed values), casts, raw bits, {@code Math.fma} and {@code abs}, {@code FloatKernels.squareRoot}, and calls of
 * other such methods, which are inlined.
 */
final class MethodTranslator {
  private static final Map<String, Object> KNOWN_FIELDS = Map.of("Float.NaN", Float.NaN, "Float.POSITIVE_INFINITY", Float.POSITIVE_INFINITY,
      "Float.MIN_NORMAL", Float.MIN_NORMAL,
      "Double.NaN", Double.NaN, "Double.POSITIVE_INFINITY", Double.POSITIVE_INFINITY, "Double.MIN_NORMAL", Double.MIN_NORMAL,
      "Integer.MIN_VALUE", Integer.MIN_VALUE, "Long.MIN_VALUE", Long.MIN_VALUE);
  private final String owner;
  private final Map<String, MethodTree> methods;
  private final Map<String, ExpressionTree> fields;
  private final BlockWriter out;

  MethodTranslator(String owner, Map<String, MethodTree> methods, Map<String, ExpressionTree> fields, BlockWriter out) {
    this.owner = owner;
    this.methods = methods;
    this.fields = fields;
    this.out = out;
  }

  /** The result of a method's body for given parameters. */
  Operand body(MethodTree method, Map<String, Operand> parameters) {
    var variables = new LinkedHashMap<>(parameters);
    for (var statement : method.getBody().getStatements()) {
      switch (statement) {
        case VariableTree variable -> assign(variable.getName().toString(), variable.getInitializer(), variables);
        case ExpressionStatementTree s when s.getExpression() instanceof AssignmentTree assignment ->
            assign(assignment.getVariable().toString(), assignment.getExpression(), variables);
        case ReturnTree end -> {
          return value(end.getExpression(), variables);
        }
        default -> throw unsupported(statement);
      }
    }
    throw new IllegalArgumentException(method.getName() + " does not return");
  }

  private void assign(String name, ExpressionTree expression, Map<String, Operand> variables) {
    out.suggest(name);
    variables.put(name, value(expression, variables));
    out.suggest("");
  }

  private Operand value(ExpressionTree expression, Map<String, Operand> variables) {
    return switch (expression) {
      case ParenthesizedTree inner -> value(inner.getExpression(), variables);
      case LiteralTree literal -> new Constant(literal.getValue());
      case IdentifierTree name -> variables.containsKey(name.toString()) ? variables.get(name.toString())
          : value(fields.get(owner + "." + name), Map.of());
      case MemberSelectTree member -> new Constant(KNOWN_FIELDS.get(member.toString()));
      case UnaryTree unary -> unary(unary, value(unary.getExpression(), variables));
      case BinaryTree binary -> binary(binary, value(binary.getLeftOperand(), variables), value(binary.getRightOperand(), variables));
      case ConditionalExpressionTree c -> conditional(value(c.getCondition(), variables), value(c.getTrueExpression(), variables),
          value(c.getFalseExpression(), variables));
      case TypeCastTree cast -> cast(cast.getType().toString(), value(cast.getExpression(), variables));
      case MethodInvocationTree call -> call(call.getMethodSelect().toString(), call.getArguments().stream().map(a -> value(a, variables)).toList());
      default -> throw unsupported(expression);
    };
  }

  private Operand conditional(Operand condition, Operand whenTrue, Operand whenFalse) {
    if (condition instanceof Constant(Boolean decided)) {
      return decided ? whenTrue : whenFalse;
    }
    return out.emit("arith.select " + out.use(condition) + ", " + out.use(whenTrue) + ", " + out.use(whenFalse) + " : "
        + whenTrue.type(), whenTrue.type());
  }

  private Operand unary(UnaryTree tree, Operand a) {
    return switch (tree.getKind()) {
      case UNARY_MINUS -> switch (a) {
        case Constant(Float f) -> new Constant(-f);
        case Constant(Double d) -> new Constant(-d);
        case Constant(Integer i) -> new Constant(-i);
        case Constant(Long l) -> new Constant(-l);
        case Operand o when o.type().startsWith("f") -> out.emit("arith.negf " + out.use(o) + " : " + o.type(), o.type());
        case Operand o -> out.emit("arith.subi " + out.use(zero(o.type())) + ", " + out.use(o) + " : " + o.type(), o.type());
      };
      case LOGICAL_COMPLEMENT -> out.emit("arith.xori " + out.use(a) + ", " + out.use(new Constant(true)) + " : i1", "i1");
      default -> throw unsupported(tree);
    };
  }

  private static Constant zero(String type) {
    return new Constant(type.equals("i32") ? (Object) 0 : (Object) 0L);
  }

  private Operand binary(BinaryTree tree, Operand a, Operand right) {
    boolean floating = a.type().startsWith("f");
    // Java shifts a long by an int; MLIR wants both of one type.
    Operand b = a.type().equals("i64") && right instanceof Constant(Integer i) ? new Constant((long) i) : right;
    if (a instanceof Constant(Integer x) && b instanceof Constant(Integer y) && tree.getKind() == Tree.Kind.EQUAL_TO) {
      return new Constant(x.equals(y));
    }
    if (!a.type().equals(b.type())) {
      throw unsupported(tree);
    }
    return switch (tree.getKind()) {
      case PLUS -> arithmetic(floating ? "addf" : "addi", a, b);
      case MINUS -> arithmetic(floating ? "subf" : "subi", a, b);
      case MULTIPLY -> arithmetic(floating ? "mulf" : "muli", a, b);
      case DIVIDE -> arithmetic("divf", a, b);
      case AND, CONDITIONAL_AND -> arithmetic("andi", a, b);
      case OR, CONDITIONAL_OR -> arithmetic("ori", a, b);
      case LEFT_SHIFT -> arithmetic("shli", a, b);
      case RIGHT_SHIFT -> arithmetic("shrsi", a, b);
      case UNSIGNED_RIGHT_SHIFT -> arithmetic("shrui", a, b);
      case LESS_THAN -> comparison(floating ? "olt" : "slt", a, b);
      case GREATER_THAN -> comparison(floating ? "ogt" : "sgt", a, b);
      case LESS_THAN_EQUAL -> comparison(floating ? "ole" : "sle", a, b);
      case GREATER_THAN_EQUAL -> comparison(floating ? "oge" : "sge", a, b);
      case EQUAL_TO -> comparison(floating ? "oeq" : "eq", a, b);
      case NOT_EQUAL_TO -> comparison(floating ? "une" : "ne", a, b);
      default -> throw unsupported(tree);
    };
  }

  private Operand arithmetic(String mnemonic, Operand a, Operand b) {
    return out.emit("arith." + mnemonic + " " + out.use(a) + ", " + out.use(b) + " : " + a.type(), a.type());
  }

  private Operand comparison(String predicate, Operand a, Operand b) {
    var mnemonic = a.type().startsWith("f") ? "cmpf " : "cmpi ";
    return out.emit("arith." + mnemonic + predicate + ", " + out.use(a) + ", " + out.use(b) + " : " + a.type(), "i1");
  }

  private Operand cast(String javaType, Operand a) {
    var type = switch (javaType) {
      case "int" -> "i32";
      case "long" -> "i64";
      case "float" -> "f32";
      case "double" -> "f64";
      default -> throw new IllegalArgumentException("cast to " + javaType);
    };
    var mnemonic = switch (a.type() + " " + type) {
      case "i32 i64" -> "extsi";
      case "i64 i32" -> "trunci";
      case "i32 f32", "i64 f64" -> "sitofp";
      default -> throw new IllegalArgumentException("cast of " + a.type() + " to " + type);
    };
    return out.emit("arith." + mnemonic + " " + out.use(a) + " : " + a.type() + " to " + type, type);
  }

  private Operand call(String name, List<Operand> arguments) {
    var first = arguments.getFirst();
    return switch (name) {
      case "Math.fma" -> out.emit("math.fma " + out.use(first) + ", " + out.use(arguments.get(1)) + ", " + out.use(arguments.get(2)) + " : "
          + first.type(), first.type());
      case "Math.abs" -> out.emit("math.absf " + out.use(first) + " : " + first.type(), first.type());
      case "FloatKernels.squareRoot" -> out.emit("math.sqrt " + out.use(first) + " : " + first.type(), first.type());
      case "Float.floatToRawIntBits" -> first instanceof Constant(Float f) ? new Constant(Float.floatToRawIntBits(f)) : bitcast(first, "i32");
      case "Double.doubleToRawLongBits" -> first instanceof Constant(Double d) ? new Constant(Double.doubleToRawLongBits(d)) : bitcast(first, "i64");
      case "Float.intBitsToFloat" -> bitcast(first, "f32");
      case "Double.longBitsToDouble" -> bitcast(first, "f64");
      default -> inline(name.contains(".") ? name : owner + "." + name, arguments);
    };
  }

  private Operand bitcast(Operand a, String type) {
    return out.emit("arith.bitcast " + out.use(a) + " : " + a.type() + " to " + type, type);
  }

  private Operand inline(String name, List<Operand> arguments) {
    var method = methods.get(name);
    if (method == null) {
      throw new IllegalArgumentException("no method " + name);
    }
    var parameters = new LinkedHashMap<String, Operand>();
    for (int i = 0; i < arguments.size(); i++) {
      parameters.put(method.getParameters().get(i).getName().toString(), arguments.get(i));
    }
    return new MethodTranslator(name.substring(0, name.indexOf('.')), methods, fields, out).body(method, parameters);
  }

  private static IllegalArgumentException unsupported(Tree tree) {
    return new IllegalArgumentException("not translated: " + tree);
  }
}
