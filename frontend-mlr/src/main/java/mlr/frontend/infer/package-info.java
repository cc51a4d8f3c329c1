/**
 * Typing of bodies: names to variables, expressions to typed expressions, equations between types solved by
 * {@link mlr.frontend.types.Unifier}. After it, the typed tree of every reachable instance is complete and each message has been given.
 */
package mlr.frontend.infer;
