package mlr.frontend.typed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
  private final Set<String> anticausal = new LinkedHashSet<>();

  private Anticausality() {}

  /** The names of the anticausal ones among {@code nodes}; a {@code post} outside any segment in one that is not is reported. */
  public static Set<String> of(Map<String, TypedNode> nodes, Report report) {
    var analysis = new Anticausality();
    // Instances come after those that they use, so one pass is enough.
    nodes.forEach((name, node) -> {
      var body = new NodeBody(node);
      if (analysis.isAnticausal(node, body)) {
        analysis.anticausal.add(name);
      } else {
        body.posts.forEach(range -> report.notYet(range, "'post' outside a segment, where nothing makes it recursive (a finite look-ahead), is"));
      }
    });
    return analysis.anticausal;
  }

  private boolean isAnticausal(TypedNode node, NodeBody body) {
    return body.usesFinal || body.isRecursive()
        || body.instances.stream().anyMatch(apply -> anticausal.contains(Instances.resolve(apply.callee(), node.solution()).toString()));
  }

  /** What stands outside the segments of a body: which variables depend on which, and which of the edges are {@code post}. */
  private static final class NodeBody {
    private final Map<Integer, Set<Integer>> reads = new HashMap<>();
    private final Map<Integer, Set<Integer>> readsByPost = new HashMap<>();
    private final List<SourceRange> posts = new ArrayList<>();
    private final List<TypedExpression.Apply> instances = new ArrayList<>();
    private boolean usesFinal;

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
          case TypedExpression.Exit _ -> usesFinal = true;
          case TypedExpression.Apply apply -> instances.add(apply);
          case TypedExpression.Temporal temporal when temporal.kind() == TypedExpression.Temporal.Kind.POST -> {
            posts.add(temporal.range());
            BodyWalk.visit(temporal.left(), inner -> {
              if (inner instanceof TypedExpression.Read read) {
                readsByPost.computeIfAbsent(target, _ -> new HashSet<>()).add(read.variable().id());
              }
            });
          }
          default -> {}
        }
      });
    }

    /** Whether a variable that is read through {@code post} depends on the one that it defines. */
    boolean isRecursive() {
      return readsByPost.entrySet().stream().anyMatch(entry -> entry.getValue().stream().anyMatch(from -> reaches(from, entry.getKey())));
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
