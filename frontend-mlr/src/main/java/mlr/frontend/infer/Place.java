package mlr.frontend.infer;

import java.util.Optional;
import mlr.frontend.types.Size;

/**
 * Where in a body an expression stands, for the operators that are not allowed everywhere.
 *
 * @param scope the names in scope
 * @param part the part of the body
 * @param bound the greatest length of the enclosing segment, in its {@code do} or {@code then} part
 * @param memory whether operators with memory are allowed; if not, {@code owner} says who forbids them
 * @param owner how messages call the enclosing declaration
 */
record Place(Scope scope, Part part, Optional<Size> bound, boolean memory, String owner) {
  /** The parts of a body. */
  enum Part { NODE, DO, THEN, CONSTANT }

  Place in(Scope newScope, Part newPart, Size newBound, boolean newMemory) {
    return new Place(newScope, newPart, Optional.of(newBound), newMemory, owner);
  }
}
