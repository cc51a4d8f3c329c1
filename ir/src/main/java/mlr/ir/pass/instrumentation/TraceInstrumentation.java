package mlr.ir.pass.instrumentation;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Value;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;
import mlr.ir.rewrite.RewriteListener;
import mlr.ir.text.KeptNames;

/**
 * Tells which pass, and which pattern where it was one, made, changed, replaced or erased chosen operations. What a pass does
 * without a rewriter is seen by comparing the operations before and after it.
 */
public final class TraceInstrumentation implements PassInstrumentation {
  private final OpQuery query;
  private final Deque<Watch> running = new ArrayDeque<>();

  public TraceInstrumentation(OpQuery query) {
    this.query = query;
  }

  /** Who is told of must not be told of twice, nor out of order. */
  @Override
  public boolean needsOrder() {
    return true;
  }

  @Override
  public void before(RunningPass pass, Operation op) {
    running.push(new Watch(pass, op));
  }

  @Override
  public RewriteListener rewrites(RunningPass pass, Operation op) {
    return running.peek();
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    running.pop().compare(op);
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    running.pop().compare(op);
  }

  /** The watch over one run of a pass. */
  private final class Watch implements RewriteListener {
    private final RunningPass pass;
    private final String where;
    private final KeptNames names = new KeptNames();
    private final Map<Operation, String> known;
    private final Set<Operation> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private String rewrite = "";

    Watch(RunningPass pass, Operation op) {
      this.pass = pass;
      this.where = "'" + op.name() + "'" + SymbolTable.nameOf(op).map(name -> " @" + name).orElse("");
      this.known = chosen(op);
      names.seal();
    }

    /** The chosen operations in program order, compared by identity. */
    private Map<Operation, String> chosen(Operation op) {
      var found = new LinkedHashMap<Operation, String>();
      op.walkPreOrder(inner -> {
        if (query.matches(inner)) {
          found.put(inner, line(inner));
        }
      });
      return found;
    }

    void compare(Operation op) {
      var now = chosen(op);
      rewrite = "";
      known.forEach((old, text) -> {
        if (!now.containsKey(old)) {
          tell(old, "erased", text, "");
        }
      });
      now.forEach((current, text) -> {
        if (!known.containsKey(current)) {
          tell(current, "made", text, "");
        } else if (!known.get(current).equals(text) && !told.contains(current)) {
          tell(current, "changed", known.get(current), " to\n    " + text);
        }
      });
    }

    private void tell(Operation op, String what, String text, String outcome) {
      if (told.add(op) || !rewrite.isEmpty()) {
        pass.context().debug().write("trace-op: " + pass.argument() + " on " + where + (rewrite.isEmpty() ? "" : ", " + rewrite) + ": " + what + place(op.location()) + "\n    "
            + text + outcome + "\n");
      }
    }

    private String line(Operation op) {
      return OpLine.of(op, names);
    }

    private static String place(Location location) {
      return location.filePosition().map(p -> " (" + p.file() + ":" + p.line() + ":" + p.column() + ")").orElse("");
    }

    @Override
    public void trying(String name, Operation root) {
      rewrite = (name.startsWith("(") ? name : "pattern '" + name + "'") + " at '" + root.name() + "'";
    }

    @Override
    public void created(Operation op) {
      op.walkPreOrder(inner -> {
        if (query.matches(inner)) {
          tell(inner, "made", line(inner), "");
        }
      });
    }

    @Override
    public void modified(Operation op) {
      if (query.matches(op)) {
        tell(op, "changed", known.getOrDefault(op, "(made in this pass)"), " to\n    " + line(op));
      }
    }

    @Override
    public void replacing(Operation op, List<? extends Value> values) {
      if (query.matches(op)) {
        var by = values.stream().map(value -> value.definingOp().map(this::line).orElse("an argument of a block")).distinct().collect(Collectors.joining("\n    "));
        tell(op, "replaced", line(op), " by\n    " + by);
        values.forEach(value -> value.definingOp().ifPresent(query::follow));
      }
    }

    @Override
    public void erasing(Operation op) {
      op.walkPreOrder(inner -> {
        if (query.matches(inner)) {
          tell(inner, "erased", line(inner), "");
        }
      });
    }
  }
}
