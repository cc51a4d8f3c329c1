package mlr.ir.text;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.assembly.CompiledFormat;

/**
 * Upstream's declarative assembly format, interpreted: literals in backquotes, {@code $operand}, {@code $attribute}, {@code $region},
 * {@code $successor}, {@code type(…)}, {@code functional-type(…, …)}, {@code operands}, {@code results}, {@code successors}, {@code regions},
 * {@code attr-dict}, {@code attr-dict-with-keyword}, {@code qualified(…)} and optional groups {@code (…^ …)?}, {@code (…^ …):(…)?}.
 * Types that it leaves out follow from the constraints (a single accepted type), the traits on equal types, the declared type
 * matches, and for results from inference.
 */
public final class DeclarativeFormat implements AssemblyFormat {
  private final String format;
  private volatile CompiledFormat compiled;

  public DeclarativeFormat(String format) {
    this.format = format;
  }

  /** The text of the format. */
  public String format() {
    return format;
  }

  @Override
  public String syntax() {
    return format;
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    compiledFor(state.definition()).parse(parser, state);
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    compiledFor(op.definition()).print(op, printer);
  }

  // A format belongs to one definition; two threads that compile it at once make the same thing.
  private CompiledFormat compiledFor(OpDefinition<?> definition) {
    var known = compiled;
    if (known == null) {
      known = CompiledFormat.of(definition, format);
      compiled = known;
    }
    return known;
  }
}
