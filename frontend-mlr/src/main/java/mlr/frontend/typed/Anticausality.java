package mlr.frontend.typed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.frontend.resolve.Report;
import mlr.frontend.syntax.SourceRange;

/**
 * Which instances are anticausal: those that use, outside a segment of their own, {@code final}, a {@code post} whose value reaches its own
 * operand, or an anticausal instance. They exist only inside a segment of their caller (docs/language.md, section 3).
 */
public final class Anticausality {
  private final Map<String, SourceRange> anticausal = new LinkedHashMap<>();

  private Anticausality() {}

  /** The names of the anticausal ones among {@code nodes}, each with the place where it looks ahead; a {@code post} outside any segment in one that is not is reported. */
  public static Map<String, SourceRange> of(Map<String, TypedNode> nodes, Report report) {
    var analysis = new Anticausality();
    // Instances come after those that they use, so one pass is enough.
    nodes.forEach((name, node) -> {
      var body = new NodeBody(node);
      var place = analysis.lookingAhead(node, body);
      if (place.isPresent()) {
        analysis.anticausal.put(name, place.get());
      } else {
        body.posts.forEach(post -> report.notYet(post.range(), "'post' outside a segment, where nothing makes it recursive (a finite look-ahead), is"));
      }
    });
    return analysis.anticausal;
  }

  private Optional<SourceRange> lookingAhead(TypedNode node, NodeBody body) {
    return body.exits.stream().findFirst().or(body::recursivePost)
        .or(() -> body.instances.stream().filter(apply -> anticausal.containsKey(Instances.resolve(apply.callee(), node.solution()).toString()))
            .findFirst().map(TypedExpression.Apply::range));
  }

  /** A {@code post} in the equation of variable {@code target} that reads variables ahead. */
  private record Post(int target, Set<Integer> reads, SourceRange range) {}

  /** What stands outside the segments of a body: which variables depend on which, and which of the edges are {@code post}. */
  private static final class NodeBody {
    private final Map<Integer, Set<Integer>> reads = new HashMap<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<TypedExpression.Apply> instances = new ArrayList<>();
    private final List<SourceRange> exits = new ArrayList<>();

    NodeBody(TypedNode node) {
      equations(node.body());
    }

    private void equations(List<TypedEquation> equations) {
      for (var equation : equations) {
        switch (equation) {
          case TypedEquation.Definition definition ->
              definition.targets().stream().flatMap(Optional::stream).forEach(v -> expression(v.id(), definition.value()));
          case TypedEquation.Assertion assertion -> expression(-1, assertion.condition());
          case TypedEquation.Reset reset -> equations(reset.body());
          case TypedEquation.Segment _, TypedEquation.Next _ -> {}
        }
      }
    }

    private void expression(int target, TypedExpression value) {
      BodyWalk.visit(value, part -> {
        switch (part) {
          case TypedExpression.Read read -> reads.computeIfAbsent(target, _ -> new HashSet<>()).add(read.variable().id());
          case TypedExpression.Exit exit -> exits.add(exit.range());
          case TypedExpression.Apply apply -> instances.add(apply);
          case TypedExpression.Temporal temporal when temporal.kind() == TypedExpression.Temporal.Kind.POST -> {
            var reads = new HashSet<Integer>();
            BodyWalk.visit(temporal.left(), inner -> {
              if (inner instanceof TypedExpression.Read read) {
                reads.add(read.variable().id());
              }
            });
            posts.add(new Post(target, reads, temporal.range()));
          }
          default -> {}
        }
      });
    }

    /** The first {@code post} of a variable that depends on the one it defines. */
    Optional<SourceRange> recursivePost() {
      return posts.stream().filter(post -> post.reads().stream().anyMatch(from -> reaches(from, post.target()))).map(Post::range).findFirst();
    }

    private boolean reaches(int from, int to) {
      var seen = new HashSet<Integer>();
      var waiting = new ArrayDeque<>(List.of(from));
      while (!waiting.isEmpty()) {
        int next = waiting.pop();
        if (next == to) {
          return true;
        }
        if (seen.add(next)) {
          waiting.addAll(reads.getOrDefault(next, Set.of()));
        }
      }
      return false;
    }
  }
}
