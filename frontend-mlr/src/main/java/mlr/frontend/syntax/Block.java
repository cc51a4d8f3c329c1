package mlr.frontend.syntax;

import java.util.List;

/** Local declarations with the equations that they serve. */
public record Block(List<VariableSyntax> locals, List<Equation> equations) {
  public Block {
    locals = List.copyOf(locals);
    equations = List.copyOf(equations);
  }
}
