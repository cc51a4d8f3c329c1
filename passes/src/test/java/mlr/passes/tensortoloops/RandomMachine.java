package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a random machine: vectors of two lengths through slots, buffers, guards and sweeps, in every order that dominance allows. */
final class RandomMachine {
  private static final int SHORT = 4;
  private static final int LONG = 6;
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int names;

  /** What a block can use. */
  private record Scope(List<String> shorts, List<String> longs, List<String> scalars, List<String> positions) {
    Scope inner() {
      return new Scope(new ArrayList<>(shorts), new ArrayList<>(longs), new ArrayList<>(scalars), new ArrayList<>(positions));
    }

    List<String> vectors(int length) {
      return length == SHORT ? shorts : longs;
    }
  }

  private RandomMachine(long seed) {
    random = new Random(seed);
  }

  /** The text of machine {@code @f} for a seed. */
  static String text(long seed) {
    return new RandomMachine(seed).machine();
  }

  private String machine() {
    text.append("sched.machine @f {\n");
    for (int length : new int[] {SHORT, LONG}) {
      text.append("%slot").append(length).append(" = sched.slot \"s\" = dense<0.5> : ").append(type(length)).append(" : !sched.slot<").append(type(length)).append(">\n");
      text.append("%buffer").append(length).append(" = sched.buffer \"b\" \"ring\" : !sched.buffer<3, ").append(type(length)).append(">\n");
      for (int depth : new int[] {SHORT, LONG}) {
        text.append("%w").append(length).append(depth).append(" = arith.constant dense<").append(matrix(length, depth)).append("> : tensor<").append(length).append('x').append(depth).append("xf32>\n");
      }
    }
    text.append("%three = arith.constant 3 : index\n%c0 = arith.constant 0 : index\n%c1 = arith.constant 1 : index\n%c2 = arith.constant 2 : index\n%ones = arith.constant dense<1.0> : tensor<4xf32>\n");
    text.append("%x = sched.input \"x\" : tensor<4xf32>\n%y = sched.input \"y\" : tensor<6xf32>\n%c = sched.input \"c\" : i1\n%d = sched.input \"d\" : f32\n");
    var scope = new Scope(new ArrayList<>(List.of("%x", "%ones")), new ArrayList<>(List.of("%y")), new ArrayList<>(List.of("%d")), new ArrayList<>(List.of("%c0", "%c1", "%c2")));
    block(scope, 14, 2);
    for (int i = 0; i < 3; i++) {
      int length = length();
      text.append("sched.output \"o").append(i).append("\", ").append(pick(scope.vectors(length))).append(" : ").append(type(length)).append('\n');
    }
    text.append("sched.output \"p\", ").append(pick(scope.scalars())).append(" : f32\n");
    return text.append("sched.end\n}\n").toString();
  }

  private String matrix(int rows, int columns) {
    var all = new ArrayList<String>();
    for (int i = 0; i < rows; i++) {
      var row = new ArrayList<String>();
      for (int k = 0; k < columns; k++) {
        row.add(Float.toString(random.nextInt(-4, 5) / 8f));
      }
      all.add(row.toString());
    }
    return all.toString();
  }

  private void block(Scope scope, int statements, int depth) {
    for (int i = 0; i < statements; i++) {
      statement(scope, depth);
    }
  }

  private void statement(Scope scope, int depth) {
    int length = length();
    var t = type(length);
    var a = pick(scope.vectors(length));
    var b = pick(scope.vectors(length));
    switch (random.nextInt(depth > 0 ? 23 : 19)) {
      case 0, 1 -> vector(scope, length, "arith." + pick(List.of("addf", "subf", "mulf", "maximumf", "minimumf")) + " " + a + ", " + b + " : " + t);
      case 2, 3 -> {
        int other = length();
        vector(scope, length, "tensor.matmul %w" + length + other + ", " + pick(scope.vectors(other)) + " : tensor<" + length + "x" + other + "xf32>, " + type(other) + " -> " + t);
      }
      case 4 -> vector(scope, length, "sched.read %slot" + length + " : !sched.slot<" + t + ">");
      case 5 -> text.append("sched.write ").append(a).append(", %slot").append(length).append(" : !sched.slot<").append(t).append(">\n");
      case 6 -> vector(scope, length, "sched.load %buffer" + length + "[" + pick(scope.positions()) + "] : !sched.buffer<3, " + t + ">");
      case 7 -> text.append("sched.store ").append(a).append(", %buffer").append(length).append('[').append(pick(scope.positions())).append("] : !sched.buffer<3, ").append(t).append(">\n");
      case 8 -> vector(scope, length, "tensor.reverse " + a + " : " + t);
      case 9 -> {
        var joined = fresh();
        text.append(joined).append(" = tensor.concat dim(0) ").append(pick(scope.shorts())).append(", ").append(pick(scope.longs())).append(" : (tensor<4xf32>, tensor<6xf32>) -> tensor<10xf32>\n");
        vector(scope, length, "tensor.extract_slice " + joined + "[" + random.nextInt(5) + "] [" + length + "] [1] : tensor<10xf32> to " + t);
      }
      case 10 -> vector(scope, length, "tensor.insert " + pick(scope.scalars()) + " into " + a + "[" + pick(scope.positions()) + "] : " + t);
      case 11 -> scalar(scope, "tensor.extract " + a + "[" + pick(scope.positions()) + "] : " + t);
      case 12 -> scalar(scope, "tensor.reduce <" + pick(List.of("sum", "min", "max")) + "> " + a + " axes [0] : " + t + " to f32");
      case 13 -> vector(scope, length, "tensor.splat " + pick(scope.scalars()) + " : " + t);
      case 14 -> vector(scope, length, "arith.select %c, " + a + ", " + b + " : " + t);
      case 15 -> vector(scope, LONG, "tensor.insert_slice " + pick(scope.shorts()) + " into " + pick(scope.longs()) + "[" + random.nextInt(3) + "] [4] [1] : tensor<4xf32> into tensor<6xf32>");
      case 16 -> {
        var all = fresh();
        text.append(all).append(" = sched.collect %buffer").append(length).append(", ").append(pick(scope.positions())).append(" : !sched.buffer<3, ").append(t)
            .append("> to tensor<3x").append(length).append("xf32>\n");
        vector(scope, length, "tensor.reduce <sum> " + all + " axes [0] : tensor<3x" + length + "xf32> to " + t);
      }
      case 17 -> {
        var greater = fresh();
        text.append(greater).append(" = arith.cmpf ogt, ").append(a).append(", ").append(b).append(" : ").append(t).append('\n');
        vector(scope, length, "arith.select " + greater + ", " + a + ", " + b + " : tensor<" + length + "xi1>, " + t);
      }
      case 18 -> {
        var square = fresh();
        var other = fresh();
        text.append(square).append(" = tensor.reshape ").append(pick(scope.longs())).append(" : tensor<6xf32> to tensor<2x3xf32>\n");
        text.append(other).append(" = tensor.transpose ").append(square).append(" permutation [1, 0] : tensor<2x3xf32> to tensor<3x2xf32>\n");
        vector(scope, LONG, "tensor.reshape " + other + " : tensor<3x2xf32> to tensor<6xf32>");
      }
      case 19, 20 -> guard(scope, depth);
      default -> sweep(scope, depth);
    }
  }

  private void guard(Scope scope, int depth) {
    var name = fresh();
    text.append(name).append(":2 = sched.guard %c -> (tensor<4xf32>, tensor<6xf32>) {\n");
    branch(scope, depth);
    text.append("} else {\n");
    branch(scope, depth);
    text.append("}\n");
    scope.shorts().add(name + "#0");
    scope.longs().add(name + "#1");
  }

  private void sweep(Scope scope, int depth) {
    var name = fresh();
    var position = fresh();
    var a = fresh();
    var b = fresh();
    var c = fresh();
    text.append(name).append(":3 = sched.sweep ").append(pick(List.of("forward", "backward"))).append(' ').append(position).append(" = %three max 3 iter(").append(a).append(" = ")
        .append(pick(scope.shorts())).append(", ").append(b).append(" = ").append(pick(scope.longs())).append(", ").append(c).append(" = ").append(pick(scope.shorts()))
        .append(") -> (tensor<4xf32>, tensor<6xf32>, tensor<4xf32>) {\n");
    var inner = scope.inner();
    inner.positions().add(position);
    inner.shorts().addAll(List.of(a, a, c));
    inner.longs().addAll(List.of(b, b));
    block(inner, 5, depth - 1);
    text.append("sched.yield ").append(pick(inner.shorts())).append(", ").append(pick(inner.longs())).append(", ").append(pick(inner.shorts())).append(" : tensor<4xf32>, tensor<6xf32>, tensor<4xf32>\n}\n");
    scope.shorts().addAll(List.of(name + "#0", name + "#2"));
    scope.longs().add(name + "#1");
  }

  private void branch(Scope scope, int depth) {
    var inner = scope.inner();
    block(inner, 4, depth - 1);
    text.append("sched.yield ").append(pick(inner.shorts())).append(", ").append(pick(inner.longs())).append(" : tensor<4xf32>, tensor<6xf32>\n");
  }

  private void vector(Scope scope, int length, String operation) {
    var name = fresh();
    text.append(name).append(" = ").append(operation).append('\n');
    scope.vectors(length).add(name);
  }

  private void scalar(Scope scope, String operation) {
    var name = fresh();
    text.append(name).append(" = ").append(operation).append('\n');
    scope.scalars().add(name);
  }

  private String fresh() {
    return "%v" + names++;
  }

  private int length() {
    return random.nextBoolean() ? SHORT : LONG;
  }

  private static String type(int length) {
    return "tensor<" + length + "xf32>";
  }

  /** Recent values more often than old ones. */
  private String pick(List<String> from) {
    int back = Math.min(random.nextInt(from.size()), random.nextInt(from.size()));
    return from.get(from.size() - 1 - back);
  }
}
