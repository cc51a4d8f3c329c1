package mlr.ir.pass.instrumentation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mlr.ir.Location;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.definition.Trait;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.KeptNames;
import mlr.ir.text.PrintOptions;

/**
 * Which operations a trace follows: those of a name ({@code arith.addi}), a symbol ({@code @f}), those from a line of the input
 * ({@code 12}, {@code in.mlir:12} or {@code in.mlir:12:8}), or the one whose result the input, as it prints, calls {@code %3}
 * ({@code @f:%3} in one function), and what takes its place.
 */
public final class OpQuery {
  private static final Pattern PLACE = Pattern.compile("(?:(?<file>.*):)?(?<line>[0-9]+)(?<column>:[0-9]+)?");
  private static final Pattern RESULT = Pattern.compile("(?:@(?<symbol>[^:]+):)?(?<name>%[\\w$.-]+)");

  private final String text;
  private final Set<Operation> followed = Collections.newSetFromMap(new IdentityHashMap<>());

  private OpQuery(String text) {
    this.text = text;
  }

  /** The query that {@code text} describes, asked of the input {@code root}. */
  public static OpQuery of(String text, Operation root) {
    var query = new OpQuery(text);
    var result = RESULT.matcher(text);
    if (result.matches()) {
      query.followResult(root, Optional.ofNullable(result.group("symbol")), result.group("name"));
    }
    return query;
  }

  private void followResult(Operation root, Optional<String> symbol, String name) {
    root.walkPreOrder(op -> {
      if (op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE) && (symbol.isEmpty() || symbol.equals(SymbolTable.nameOf(op)))) {
        var names = new KeptNames();
        IrPrinter.print(op, PrintOptions.DEFAULT.withLocalScope(true), names);
        op.walkPreOrder(inner -> inner.results().stream().filter(r -> names.of(r).filter(name::equals).isPresent()).map(OpResult::owner).forEach(followed::add));
      }
    });
  }

  /** Whether this could be about some operation of {@code root}. */
  public boolean matchesAny(Operation root) {
    var found = new boolean[1];
    root.walkPreOrder(op -> found[0] |= matches(op));
    return found[0];
  }

  boolean matches(Operation op) {
    return followed.contains(op) || op.name().equals(text) || text.startsWith("@") && SymbolTable.nameOf(op).filter(text.substring(1)::equals).isPresent()
        || op.location().filePosition().filter(this::matches).isPresent();
  }

  private boolean matches(Location.FileLineCol place) {
    var matcher = PLACE.matcher(text);
    return matcher.matches() && matcher.group("line").equals(String.valueOf(place.line()))
        && (matcher.group("column") == null || matcher.group("column").equals(":" + place.column()))
        && (matcher.group("file") == null || place.file().equals(matcher.group("file")) || place.file().endsWith("/" + matcher.group("file")));
  }

  /** Follows an operation from now on, whatever it is. */
  void follow(Operation op) {
    followed.add(op);
  }
}
