package mlr.validation.generate;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import mlr.dialects.func.FuncOp;
import mlr.ir.DialectRegistry;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;

/** What all bodies of one function share: the operations to draw from, the functions to call, and the random numbers. */
final class Surroundings {
  private static final int DEEPEST_NESTING = 3;
  private final Catalogue catalogue;
  private final DialectRegistry registry;
  private final SplittableRandom random;
  private final Set<String> dialects;
  private final List<OpDefinition<?>> operations;
  private final List<FuncOp> callees;
  private int nesting;

  Surroundings(Catalogue catalogue, DialectRegistry registry, SplittableRandom random, List<String> dialects, List<FuncOp> callees) {
    this.catalogue = catalogue;
    this.registry = registry;
    this.random = random;
    this.dialects = Set.copyOf(dialects);
    this.operations = catalogue.definitions().stream().filter(d -> dialects.contains(d.dialect()) && catalogue.count(d) > 0).collect(Collectors.toList());
    this.callees = List.copyOf(callees);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  DialectRegistry registry() {
    return registry;
  }

  SplittableRandom random() {
    return random;
  }

  List<FuncOp> callees() {
    return callees;
  }

  boolean uses(String dialect) {
    return dialects.contains(dialect);
  }

  /** An operation without regions: each dialect as likely as another, hazardous operations seldom. */
  OpDefinition<?> operation() {
    while (true) {
      var dialect = operations.get(random.nextInt(operations.size())).dialect();
      var all = operations.stream().filter(d -> d.dialect().equals(dialect)).toList();
      var definition = all.get(random.nextInt(all.size()));
      if (random.nextDouble() < Hazards.weight(definition)) {
        return definition;
      }
    }
  }

  /** The signatures of the function's dialects that make a type. */
  List<Signature> makers(Type type) {
    return catalogue.makers(type).stream().filter(signature -> dialects.contains(signature.definition().dialect()) && Hazards.weight(signature.definition()) == 1).toList();
  }

  /** Appends an operation with regions, or a call, to {@code body}; returns whether there is one to append here. */
  boolean structured(BodyGenerator body) {
    if (nesting >= DEEPEST_NESTING) {
      return false;
    }
    nesting++;
    boolean done = new StructuredGenerator(body).generate();
    nesting--;
    return done;
  }
}
