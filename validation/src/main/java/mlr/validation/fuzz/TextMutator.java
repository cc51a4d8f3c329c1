package mlr.validation.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Breaks texts: cuts, doubles, swaps and splices their tokens, makes numbers huge and nesting deep, and puts in what readers stumble over. */
final class TextMutator {
  private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[%@#!^]?[A-Za-z_][A-Za-z_0-9.$]*|[%#^!@]?[0-9]+(?:\\.[0-9]*)?|\\s+|->|.", Pattern.DOTALL);
  private static final List<String> NUMBERS = List.of("0", "-1", "1", "7", "64", "65", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "99999999999999999999999",
      "-9223372036854775808", "0x", "0xFFFFFFFFFFFFFFFFFF", "1e999", "1.5e-999", "3.5", "1000000");
  private static final List<String> STUMBLING_BLOCKS = List.of("tensor<99999999999xi8>", "tensor<99999999999x99999999999xf32>", "vector<0xf32>", "vector<1000000000xf32>", "memref<?x?x?xf32>",
      "dense<0> : tensor<99999999999xi8>", "dense<1.0> : tensor<1000000x1000000xf32>", "dense<\"0x00\"> : tensor<4xi8>", "dense<[[1, 2], [3]]> : tensor<2x2xi32>", "dense<[]> : tensor<0xi32>",
      "sparse<[[0]], [1]> : tensor<2xi32>", "dense_resource<x> : tensor<2xi32>", "affine_map<(d0)[s0] -> (d0 floordiv 0 + s0 mod 0)>", "affine_set<(d0) : (d0 - 1 >= 0)>",
      "array<i32: 1, 2>", "array<i1: 2>", "#a = #a\n", "!t = !t\n", "#a", "!t", "i16777216", "i0", "si32", "complex<i1>", "tuple<>", "none", "!llvm.struct<\"s\", (ptr)>", "!llvm.array<99999999999 x i8>",
      "!llvm.vec<4 x i8>", "loc(fused[\"a\", \"b\"(\"c\")])", "loc(callsite(unknown at unknown))", "loc(", "strided<[?, 1], offset: ?>", "\"", "\"\\", "\"\\FF\"", "\0", "\u00e9", "\ud800", "//", "/*", "^bb0", "^bb0(", "{-#", "#-}",
      "@", "@\"\"", "@a::@b", "%0#1", "%0:2", "%0:0", "%0:99999999999", "%", "...", "->", "::", "<>", "()", "[]", "{}", "\"builtin.module\"() ({}) : () -> ()", "module", "func.func @f() { return }", "unit", "-", "- 1", "1 -", "?");
  private static final List<String> BRACKETS = List.of("(", "[", "{", "<", "tuple<", "((", "({", "[[", "affine_map<(d0) -> ((", "loc(fused[", "dense<[", "complex<", "!llvm.ptr<", "-", "not ");
  private final List<String> corpus;
  private final SplittableRandom random;

  /** @param corpus texts to break, at least one */
  TextMutator(List<String> corpus, SplittableRandom random) {
    this.corpus = corpus;
    this.random = random;
  }

  /** A broken text, or now and then one that is not. */
  String next() {
    var tokens = tokens(corpus.get(random.nextInt(corpus.size())));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      mutate(tokens);
    }
    return String.join("", tokens);
  }

  private static ArrayList<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private void mutate(List<String> tokens) {
    if (tokens.isEmpty()) {
      tokens.add(pick(STUMBLING_BLOCKS));
      return;
    }
    int at = random.nextInt(tokens.size());
    int end = Math.min(tokens.size(), at + 1 + random.nextInt(12));
    switch (random.nextInt(15)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.subList(at, end).clear();
      case 2 -> tokens.add(at, tokens.get(at));
      case 3 -> tokens.addAll(at, List.copyOf(tokens.subList(at, end)));
      case 4 -> tokens.set(at, tokens.set(random.nextInt(tokens.size()), tokens.get(at)));
      case 5, 6 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
      case 7 -> tokens.set(at, foreignToken());
      case 8 -> tokens.set(number(tokens, at), pick(NUMBERS));
      case 9 -> tokens.add(at, pick(STUMBLING_BLOCKS));
      case 10 -> tokens.set(at, pick(STUMBLING_BLOCKS));
      case 11 -> splice(tokens, at);
      case 12 -> tokens.set(at, brokenCharacters(tokens.get(at)));
      case 13 -> tokens.subList(at, tokens.size()).clear();
      default -> tokens.add(at, pick(BRACKETS).repeat(random.nextInt(20) == 0 ? 30_000 : 1 + random.nextInt(5)));
    }
  }

  private String foreignToken() {
    var text = corpus.get(random.nextInt(corpus.size()));
    var matcher = TOKEN.matcher(text);
    return !text.isEmpty() && matcher.find(random.nextInt(text.length())) ? matcher.group() : "0";
  }

  /** The position of a number at or behind {@code at}; {@code at} when there is none. */
  private static int number(List<String> tokens, int at) {
    for (int i = at; i < tokens.size(); i++) {
      if (!tokens.get(i).isEmpty() && Character.isDigit(tokens.get(i).charAt(0))) {
        return i;
      }
    }
    return at;
  }

  /** Goes on with another text. */
  private void splice(List<String> tokens, int at) {
    tokens.subList(at, tokens.size()).clear();
    var text = corpus.get(random.nextInt(corpus.size()));
    tokens.addAll(tokens(text.substring(random.nextInt(text.length() + 1))));
  }

  private String brokenCharacters(String token) {
    int at = random.nextInt(token.length() + 1);
    return switch (random.nextInt(3)) {
      case 0 -> token.substring(0, at);
      case 1 -> token.substring(0, at) + (char) random.nextInt(1, 256) + token.substring(at);
      default -> token + token;
    };
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
