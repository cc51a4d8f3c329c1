package mlr.passes.reactivetosched;

import java.util.List;
import mlr.dialects.arith.BitArithmetic.ShRUIOp;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerConversions.TruncIOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.reactive.WordOp;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IntegerType;

/** A periodic word as a counter and a table of bits. */
record PeriodicWord(Frame frame, WordOp word) {
  /** Letters that fit into the table. */
  static final int MAX_LETTERS = 64;

  void translate() {
    var text = word.word();
    int prefix = text.indexOf('(');
    int letters = text.length() - 2;
    if (letters > MAX_LETTERS) {
      frame.machine().diagnostics().error(word.location(), "the word has " + letters + " letters; at most " + MAX_LETTERS + " are supported: use a counter");
      return;
    }
    long bits = 0;
    for (int i = 0; i < letters; i++) {
      bits |= WordOp.letter(text, i) ? 1L << i : 0;
    }
    emit(prefix, letters, bits);
  }

  private void emit(int prefix, int letters, long bits) {
    var type = letters <= 32 ? IntegerType.I32 : IntegerType.I64;
    var location = word.location();
    var path = frame.path(word);
    var counter = frame.cell("word", word, type, new IntegerAttr(type, 0), path);
    var result = Frame.key(word.result());
    var next = new Key.Added("next letter", word);
    frame.add(new Action(word, path, List.of(counter.content()), List.of(result, next), (builder, environment) -> {
      Value at = environment.get(counter.content());
      Value table = builder.create(ConstantOp.integer(type, bits, location)).result(0);
      Value shifted = builder.create(ShRUIOp.DEFINITION, location, table, at).result();
      environment.define(result, builder.create(TruncIOp.DEFINITION, location, List.of(shifted), List.of(IntegerType.I1)).result());
      Value one = builder.create(ConstantOp.integer(type, 1, location)).result(0);
      Value following = builder.create(AddIOp.DEFINITION, location, at, one).result();
      Value end = builder.create(ConstantOp.integer(type, letters, location)).result(0);
      Value start = builder.create(ConstantOp.integer(type, prefix, location)).result(0);
      Value wraps = builder.create(CmpIOp.of(IntegerPredicate.EQ, following, end, location)).result(0);
      environment.define(next, builder.create(SelectOp.DEFINITION, location, wraps, start, following).result());
    }));
    counter.update(next);
  }
}
