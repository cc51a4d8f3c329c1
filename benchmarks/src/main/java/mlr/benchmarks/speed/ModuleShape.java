package mlr.benchmarks.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Modules of any size and one of five shapes, in the custom syntax that upstream's tools and ours share but for the prefix of
 * structured loops. The same shape, size and prefix give the same text.
 */
public enum ModuleShape {
  /** Straight-line arithmetic: one operation in five repeats an earlier one, some are dead. */
  ARITH {
    @Override
    void function(Body body, String name) {
      body.open(name, "%a: i32, %b: i32, %c: i32", "i32");
      var values = new ArrayList<>(List.of("%a", "%b", "%c"));
      var made = new ArrayList<String>();
      for (int i = 0; i < FUNCTION - 2; i++) {
        var result = "%v" + i;
        double kind = body.random.nextDouble();
        if (kind < 0.08) {
          body.op("%s = arith.constant %d : i32", result, 2 + body.random.nextInt(1 << 20));
        } else if (kind < 0.28 && !made.isEmpty()) {
          body.op("%s = %s", result, body.recent(made, 40));
        } else {
          made.add("arith." + OPERATIONS.get(body.random.nextInt(OPERATIONS.size())) + " " + body.recent(values, 30) + ", " + body.recent(values, 30) + " : i32");
          body.op("%s = %s", result, made.getLast());
        }
        if (body.random.nextDouble() > 0.06) {
          values.add(result);
        }
      }
      body.op("return %s : i32", values.getLast());
      body.close();
    }
  },

  /** Arithmetic of which most folds: with zero, with one, on constants. */
  FOLD {
    @Override
    void function(Body body, String name) {
      body.open(name, "%a: i32, %b: i32", "i32");
      body.op("%%z = arith.constant 0 : i32");
      body.op("%%o = arith.constant 1 : i32");
      body.op("%%k = arith.constant 7 : i32");
      var last = "%a";
      var lastConstant = "%k";
      for (int i = 0; i < FUNCTION - 5; i++) {
        var result = "%v" + i;
        switch (i % 5) {
          case 0 -> body.op("%s = arith.addi %s, %%z : i32", result, last);
          case 1 -> body.op("%s = arith.muli %s, %%o : i32", result, last);
          case 2 -> body.op("%s = arith.addi %s, %%k : i32", result, lastConstant);
          case 3 -> body.op("%s = arith.xori %s, %s : i32", result, last, lastConstant);
          default -> body.op("%s = arith.subi %%b, %%v%d : i32", result, i - 1);
        }
        if (i % 5 == 2) {
          lastConstant = result;
        } else if (i % 5 < 4) {
          last = result;
        }
      }
      body.op("return %s : i32", last);
      body.close();
    }
  },

  /** A nest of four loops with six operations inside. */
  SCFWIDE {
    @Override
    void function(Body body, String name) {
      nest(body, name, 4, 6);
    }
  },

  /** A nest of 64 loops with two operations inside. */
  SCFDEEP {
    @Override
    void function(Body body, String name) {
      nest(body, name, 64, 2);
    }
  },

  /** A chain of diamonds of blocks. */
  CF {
    @Override
    void function(Body body, String name) {
      body.open(name, "%p: i1, %a: i32", "i32");
      var current = "%a";
      for (int i = 0; i < FUNCTION / 5; i++) {
        body.op("cf.cond_br %%p, ^t%d, ^f%d", i, i);
        for (var side : List.of("t arith.addi", "f arith.muli")) {
          char letter = side.charAt(0);
          body.line("  ^" + letter + i + ":");
          body.op("%%%sv%d = %s %s, %%a : i32", letter, i, side.substring(2), current);
          body.op("cf.br ^j%d(%%%sv%d : i32)", i, letter, i);
        }
        body.line("  ^j" + i + "(%x" + i + ": i32):");
        current = "%x" + i;
      }
      body.op("return %s : i32", current);
      body.close();
    }
  };

  private static final int FUNCTION = 200;
  private static final List<String> OPERATIONS = List.of("addi", "subi", "muli", "xori", "andi");

  /** Adds one function. */
  abstract void function(Body body, String name);

  /** Writes a module of about {@code operations} operations; returns how many they are. */
  public int write(int operations, String loopDialect, Writer out) {
    var body = new Body(out, loopDialect, new Random(1));
    body.line("module {");
    for (int i = 0; body.count < operations; i++) {
      function(body, "f" + i);
    }
    body.line("}");
    return body.count;
  }

  private static void nest(Body body, String name, int depth, int operations) {
    body.open(name, "%n: index, %x: f64", "f64");
    body.op("%%c0 = arith.constant 0 : index");
    body.op("%%c1 = arith.constant 1 : index");
    body.op("return %s : f64", level(body, 0, depth, operations, "%x"));
    body.close();
  }

  /** The loop of one level, with the others and at last the operations in it; returns its result. */
  private static String level(Body body, int level, int depth, int operations, String initial) {
    body.op("%%r%d = %s.for %%i%d = %%c0 to %%n step %%c1 iter_args(%%a%d = %s) -> (f64) {", level, body.loopDialect, level, level, initial);
    body.indentation += 2;
    var carried = "%a" + level;
    var value = level + 1 < depth ? level(body, level + 1, depth, operations, carried) : chain(body, operations, carried);
    body.op("%s.yield %s : f64", body.loopDialect, value);
    body.indentation -= 2;
    body.line(" ".repeat(body.indentation) + "}");
    return "%r" + level;
  }

  private static String chain(Body body, int operations, String first) {
    var value = first;
    for (int i = 0; i < operations; i++) {
      body.op("%%m%d = arith.%s %s, %%x : f64", i, i % 2 == 0 ? "addf" : "mulf", value);
      value = "%m" + i;
    }
    return value;
  }

  /** The text under way. */
  static final class Body {
    final Random random;
    final String loopDialect;
    private final Writer out;
    int count;
    int indentation = 4;

    Body(Writer out, String loopDialect, Random random) {
      this.out = out;
      this.loopDialect = loopDialect;
      this.random = random;
    }

    void open(String name, String arguments, String result) {
      count++;
      line("  func.func @" + name + "(" + arguments + ") -> " + result + " {");
    }

    void close() {
      line("  }");
    }

    void op(String format, Object... parts) {
      count++;
      line(" ".repeat(indentation) + format.formatted(parts));
    }

    void line(String text) {
      try {
        out.write(text);
        out.write('\n');
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    String recent(List<String> all, int most) {
      int from = Math.max(0, all.size() - most);
      return all.get(from + random.nextInt(all.size() - from));
    }
  }
}
