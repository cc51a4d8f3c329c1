package mlr.test.lit.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.dialects.AllDialects;
import mlr.ir.Operation;
import mlr.ir.definition.OpDefinition;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Our verifiers against upstream's: every operation of the dialects with twins, as the lit tests print it, with one thing changed. What is accepted here is
 * accepted there, without exception; what is refused here is refused there, but for what is named. Of the tens of thousands of the latter, which upstream
 * judges one by one, a sample is taken; {@code -Dupstream.verifiers=all} takes all.
 */
@Tag("lit")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UpstreamVerifierTest {
  private static final List<String> TWINS = List.of("arith", "math", "func", "memref", "cf", "vector", "llvm");

  private static final boolean IN_FULL = "all".equals(System.getProperty("upstream.verifiers"));
  private static final int SAMPLED = 10;
  private static final int TOGETHER = 50;

  /** What is refused here only, and why; docs/coming-from-mlir.md says the same. */
  private static final Map<Pattern, String> STRICTER = patterns(Map.ofEntries(
      Map.entry(".*(tensor|memref)<\\*.*", "operations do not take unranked tensors and memrefs"),
      Map.entry("arith\\.bitcast: .*memref.*", "no bitcast of memory"),
      Map.entry("vector\\.shuffle: .*", "shuffles are of one dimension"),
      Map.entry("\\S+: no operandSegmentSizes", "the sizes of operand groups must be written"),
      Map.entry("(cf|llvm)\\.switch: .*case_.*", "every case has its number of operands"),
      Map.entry("llvm\\.(bitcast|trunc|fptrunc|fpext|sitofp|uitofp|fptosi|fptoui|ptrtoint|inttoptr): .*", "upstream leaves wrong conversions to LLVM; no vectors of pointers"),
      Map.entry("llvm\\.intr\\.(ctlz|cttz|abs|fma): .*", "upstream leaves it to LLVM that operands and result are of one type"),
      Map.entry("llvm\\.\\S+ .*(void|i32 \\(i32\\)|xindex).*", "no value is void, a function or an index"),
      Map.entry("llvm\\.\\S+ (operand|result) #\\d+ is vector<\\[4\\].*", "upstream leaves it to LLVM that all vectors are scalable or none"),
      Map.entry("llvm\\.select: .*", "upstream leaves it to LLVM that condition and values have the same lanes"),
      Map.entry("llvm\\.mlir\\.(constant|global): value = (\\[|dense).*", "upstream leaves it to LLVM that value and type match"),
      Map.entry("llvm\\.cond_br: branch_weights = .*", "upstream leaves the number of weights to LLVM"),
      Map.entry("llvm\\.shufflevector: mask = array<i32>", "a vector has a lane at least"),
      Map.entry("llvm\\.store: ordering = .*", "nothing here is atomic"),
      Map.entry("llvm\\.getelementptr: operand #1 is vector.*", "no vectors of pointers")));

  /** Where upstream's verifier is known to crash, which costs time. */
  private static final Pattern CRASHES = Pattern.compile("arith\\.select: (operand #0|i1) is (vector|tensor)<4xi1>|arith\\.(extf|truncf|bitcast): all types are tensor<\\*xf32>"
      + "|cf\\.switch: (no case_values|case_operand_segments = array<i32>|one successor more)");

  /**
   * A module.
   *
   * @param change the operation and what was changed in it
   */
  private record Case(String change, String text) {}

  private static Map<Pattern, String> patterns(Map<String, String> reasons) {
    return reasons.entrySet().stream().collect(Collectors.toMap(entry -> Pattern.compile(entry.getKey()), Map.Entry::getValue));
  }

  /** Everything is made and verified once for both tests. */
  private final Verdicts ours = Verdicts.judge(cases());

  /** Judged cases. */
  private record Verdicts(List<Case> accepted, Map<Case, String> refused) {
    static Verdicts judge(List<Case> cases) {
      var complaints = IntStream.range(0, cases.size()).parallel().mapToObj(i -> complaint(cases.get(i).text())).toList();
      var verdicts = new Verdicts(new ArrayList<>(), new LinkedHashMap<>());
      for (int i = 0; i < cases.size(); i++) {
        var judged = cases.get(i);
        complaints.get(i).ifPresentOrElse(message -> verdicts.refused.put(judged, message), () -> verdicts.accepted.add(judged));
      }
      return verdicts;
    }
  }

  @Test
  void upstreamAcceptsWhatIsAcceptedHere() {
    var accepted = ours.accepted();
    assertTrue(accepted.size() > 2_000, () -> "only " + accepted.size() + " cases are accepted");
    var groups = new ArrayList<List<Case>>();
    for (int i = 0; i < accepted.size(); i += TOGETHER) {
      groups.add(accepted.subList(i, Math.min(i + TOGETHER, accepted.size())));
    }
    var complaints = complaints(groups.stream().map(group -> group.stream().map(Case::text).collect(Collectors.joining())).toList());
    // One that is wrong, or an alias that two define, is a complaint about all of its group.
    var suspects = complaints.keySet().stream().flatMap(group -> groups.get(group).stream()).toList();
    var wrong = complaints(suspects.stream().map(Case::text).toList());
    assertEquals("", wrong.entrySet().stream().map(error -> suspects.get(error.getKey()).change() + ": accepted here, but upstream says: " + error.getValue()).collect(Collectors.joining("\n")));
  }

  @Test
  void upstreamRefusesWhatIsRefusedHere() {
    var refused = ours.refused().entrySet().stream().filter(entry -> IN_FULL || entry.getKey().text().hashCode() % SAMPLED == 0).toList();
    var complaints = complaints(refused.stream().map(entry -> entry.getKey().text()).toList());
    var differences = new ArrayList<String>();
    for (int i = 0; i < refused.size(); i++) {
      var change = refused.get(i).getKey().change();
      if (!complaints.containsKey(i) && STRICTER.keySet().stream().noneMatch(pattern -> pattern.matcher(change).matches())) {
        differences.add(change + ": accepted by upstream, but here: " + refused.get(i).getValue());
      }
    }
    assertEquals("", String.join("\n", differences));
  }

  /** What upstream first says against each of the modules that it refuses, by their numbers; that it crashes counts as such. */
  private static Map<Integer, String> complaints(List<String> texts) {
    var complaints = new LinkedHashMap<Integer, String>();
    if (!texts.isEmpty()) {
      judge(texts, 0, complaints);
    }
    return complaints;
  }

  /** Has upstream look at modules, whose numbers start at {@code first}: all at once, or in halves to find what it crashes on. */
  private static void judge(List<String> texts, int first, Map<Integer, String> complaints) {
    var upstream = new UpstreamBatch(texts);
    upstream.run("--mlir-print-op-generic", "--mlir-print-op-on-diagnostic=false");
    int half = texts.size() / 2;
    if (!upstream.crashed()) {
      upstream.errors().forEach(error -> complaints.putIfAbsent(first + error.part(), error.message()));
    } else if (half == 0) {
      complaints.put(first, "mlir-opt crashes");
    } else {
      judge(texts.subList(0, half), first, complaints);
      judge(texts.subList(half, texts.size()), first + half, complaints);
    }
  }

  private static Optional<String> complaint(String text) {
    var diagnostics = new DiagnosticEngine();
    var module = IrParser.parse(new SourceFile("case", text), AllDialects.registry(), ParserOptions.ALLOW_UNREGISTERED, diagnostics);
    module.ifPresent(parsed -> Verifier.verify(parsed, diagnostics));
    return diagnostics.all().stream().findFirst().map(Diagnostic::message);
  }

  private static List<Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    specimens().forEach(specimen -> SpecimenChanges.of(specimen).forEach((change, changed) -> {
      var named = specimen.name() + ": " + change;
      if (!CRASHES.matcher(named).matches()) {
        var text = changed.text();
        cases.putIfAbsent(text, new Case(named, text));
      }
    }));
    return List.copyOf(cases.values());
  }

  /** An operation for each definition and set of attributes that it is printed with. */
  private static List<Specimen> specimens() {
    Map<List<Object>, Specimen> found = new LinkedHashMap<>();
    for (var printed : PrintedModules.ofAllTests()) {
      for (var op : printed.module().collect(Operation.class)) {
        if (TWINS.contains(op.dialect()) && op.getClass() != Operation.class) {
          found.putIfAbsent(List.of(op.name(), inherent(op)), Specimen.of(op));
        }
      }
    }
    var names = found.values().stream().map(Specimen::name).collect(Collectors.toSet());
    assertEquals(List.of(), TWINS.stream().flatMap(dialect -> AllDialects.registry().dialect(dialect).orElseThrow().operations().stream()).map(OpDefinition::name)
        .filter(name -> !names.contains(name)).toList(), "operations that no lit test prints");
    return List.copyOf(found.values());
  }

  private static Set<String> inherent(Operation op) {
    return op.attributes().asMap().keySet().stream().filter(op.definition()::isInherent).collect(Collectors.toSet());
  }
}
