package mlr.frontend.infer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.constraints.Constraints;
import mlr.frontend.resolve.Program;
import mlr.frontend.resolve.Report;
import mlr.frontend.resolve.StaticReader;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.typed.StaticValue;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.types.Element;
import mlr.frontend.types.ElementKind;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Unifier;
import mlr.frontend.types.ValueType;

/**
 * What the typing of one body shares.
 *
 * @param real what {@code real} means
 * @param environment the static parameters of the declaration
 * @param unifier the equations between types
 * @param constraints the relations that unification cannot express
 * @param read the ids of the variables that some expression reads
 */
record Context(Program program, Report report, Scalar real, Map<String, StaticValue> environment, Unifier unifier, Constraints constraints,
  Set<Integer> read) {
 static Context of(Program program, Report report, Scalar real, Map<String, StaticValue> environment) {
  return new Context(program, report, real, environment, new Unifier(), new Constraints(), new TreeSet<>());
 }

 /** The same equations under other static parameters: for a constant that is typed where it is used. */
 Context under(Map<String, StaticValue> other) {
  return new Context(program, report, real, other, unifier, constraints, read);
 }

 StaticReader statics() {
  return new StaticReader(program, report, real, environment);
 }

 /** An expression of unknown type in place of one that was refused. */
 TypedExpression invalid(SourceRange range) {
  return new TypedExpression.Invalid(unifier.freshType(), range);
 }

 /** Requires {@code actual} to be {@code expected}; {@code what} begins the message, as in {@code "the condition of 'if'"}. */
 boolean require(ValueType expected, ValueType actual, SourceRange range, String what) {
  var before = describe(actual);
  var wanted = describe(expected);
  if (unifier.unify(expected, actual)) {
   return true;
  }
  boolean sameElements = unifier.resolve(expected.element()).equals(unifier.resolve(actual.element()));
  report.error(sameElements ? LanguageCode.SHAPE_MISMATCH : LanguageCode.TYPE_MISMATCH, range, what + " has type " + before + " where " + wanted + " is needed" + hint(expected, actual));
  return false;
 }

 /** Requires all types to be equal pairwise. */
 boolean requireAll(List<ValueType> expected, List<ValueType> actual, SourceRange range, String what) {
  if (expected.size() != actual.size()) {
   report.error(LanguageCode.COUNT_MISMATCH, range, what + " has " + values(actual.size()) + " where " + expected.size() + " are needed");
   return false;
  }
  boolean all = true;
  for (int i = 0; i < expected.size(); i++) {
   all &= require(expected.get(i), actual.get(i), range, what);
  }
  return all;
 }

 /** Requires {@code element} to be of a kind. */
 boolean restrict(Element element, ElementKind kind, SourceRange range, String what) {
  if (unifier.restrict(element, kind)) {
   return true;
  }
  report.error(LanguageCode.TYPE_MISMATCH, range, what + " must be " + kind.phrase() + ", and this is " + unifier.describe(ValueType.scalar(element)));
  return false;
 }

 /** A type in words, with what is known about it so far. */
 String describe(ValueType type) {
  return unifier.describe(type);
 }

 private String hint(ValueType expected, ValueType actual) {
  var wanted = unifier.resolve(expected).element();
  var given = unifier.resolve(actual).element();
  boolean convertible = wanted instanceof Scalar to && to != Scalar.BOOL && isNumber(given);
  if (convertible && !wanted.equals(given)) {
   return given instanceof Element.Variable && ((Scalar) wanted).isFloat() ? "; write the number with a decimal point"
     : "; there is no implicit conversion: write " + wanted + "(…)";
  }
  return "";
 }

 private boolean isNumber(Element element) {
  return element instanceof Scalar scalar ? scalar != Scalar.BOOL
    : element instanceof Element.Variable variable && unifier.kind(variable) != ElementKind.ANY;
 }

 static String values(int count) {
  return count == 1 ? "1 value" : count + " values";
 }
}
