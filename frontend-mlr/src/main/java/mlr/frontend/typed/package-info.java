/**
 * The typed tree: names looked up, instances of generic declarations made, every expression with its type. Types may still hold variables
 * while a body is being typed; {@link mlr.frontend.typed.TypedNode#solution} resolves them.
 */
package mlr.frontend.typed;
