package mlr.ir.definition;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;

/**
 * One declared attribute: its name, class, whether it must be there, and its constraint in words and code.
 *
 * @param syntax how a declarative format writes it
 * @param defaultValue what its absence means; custom syntax leaves this value out
 * @param examples values for random programs, where the class alone does not suggest any
 */
public record AttributeHandle<A extends Attribute>(String name, Class<A> kind, boolean required, String description, Predicate<A> test,
  AttributeSyntax syntax, Optional<A> defaultValue, List<A> examples) {
 public AttributeHandle {
  examples = List.copyOf(examples);
 }

 public AttributeHandle(String name, Class<A> kind, boolean required, String description, Predicate<A> test) {
  this(name, kind, required, description, test, new AttributeSyntax.Plain(), Optional.empty(), List.of());
 }

 /** A required attribute that custom syntax writes as a keyword. */
 static <A extends Attribute> AttributeHandle<A> keyword(String name, Class<A> kind, EnumAttr cases, String description) {
  return new AttributeHandle<>(name, kind, true, description, a -> cases.keyword(a).isPresent(), new AttributeSyntax.Keyword(cases), Optional.empty(), List.of());
 }

 /** A required attribute whose type (element type, for arrays) is always {@code type}, so that custom syntax leaves it out. */
 static <A extends Attribute> AttributeHandle<A> typed(String name, Class<A> kind, Type type, String description) {
  return new AttributeHandle<>(name, kind, true, description, a -> isOf(type, a), new AttributeSyntax.Typed(type), Optional.empty(), List.of());
 }

 private static boolean isOf(Type type, Attribute attribute) {
  return switch (attribute) {
   case IntegerAttr number -> number.type().equals(type);
   case FloatAttr number -> number.type().equals(type);
   case DenseArrayAttr numbers -> numbers.element().equals(type);
   default -> true;
  };
 }

 /** The same attribute, written otherwise in declarative formats. */
 public AttributeHandle<A> written(AttributeSyntax newSyntax) {
  return new AttributeHandle<>(name, kind, required, description, test, newSyntax, defaultValue, examples);
 }

 /** The same attribute, which may be missing and then means {@code value}. */
 public AttributeHandle<A> orElse(A value) {
  return new AttributeHandle<>(name, kind, false, description, test, syntax, Optional.of(value), examples);
 }

 /** The same attribute with values for random programs. */
 public AttributeHandle<A> examples(List<A> values) {
  return new AttributeHandle<>(name, kind, required, description, test, syntax, defaultValue, values);
 }

 /** The attribute, which must be there or have a default. */
 public A in(Operation op) {
  var value = optional(op);
  return value.isPresent() ? value.get() : op.attribute(name, kind);
 }

 /** The attribute, or its default, if there is one. */
 @SuppressWarnings("unchecked")
 public Optional<A> optional(Operation op) {
  var value = op.attribute(name);
  if (value.isEmpty()) {
   return defaultValue;
  }
  return kind.isInstance(value.get()) ? (Optional<A>) value : Optional.empty();
 }

 /** Whether an attribute is of the declared class and meets the constraint. */
 public boolean accepts(Attribute attribute) {
  return kind.isInstance(attribute) && test.test(kind.cast(attribute));
 }
}
