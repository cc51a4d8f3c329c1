package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;

/** An ultimately periodic word as a Boolean stream. */
public final class WordOp extends Operation {
  private static final OpSpec<WordOp> SPEC = OpDefinition.named("reactive.word", WordOp.class, WordOp::new);
  static {
    SPEC.result("result", Types.I1);
  }

  private static final AttributeHandle<StringAttr> WORD = SPEC.attribute("word", StringAttr.class, "prefix and period of 0 and 1");
  public static final OpDefinition<WordOp> DEFINITION = SPEC.summary("periodic Boolean stream")
      .description("""
          The letters of `word`, which is a finite prefix and a period in parentheses, `0(01)`; the period repeats for ever.
          Starts at its scope's first instant. Source: Lucy-n.""")
      .traits(Trait.STATEFUL)
      .assembly("$word attr-dict `:` type($result)")
      .verify(WordOp::check).build();

  WordOp(OperationState state) {
    super(state);
  }

  /** The letter at an instant counted from 0. */
  public static boolean letter(String word, long instant) {
    int open = word.indexOf('(');
    int period = word.length() - open - 2;
    return word.charAt(instant < open ? (int) instant : open + 1 + (int) ((instant - open) % period)) == '1';
  }

  public String word() {
    return WORD.in(this).value();
  }

  private static void check(WordOp op, DiagnosticEngine diagnostics) {
    if (!op.word().matches("[01]*\\([01]+\\)")) {
      diagnostics.opError(op, "has the word '" + op.word() + "', which is not a prefix and a period in parentheses such as 0(01)");
    }
  }
}
