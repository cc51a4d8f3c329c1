package mlr.validation.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;

/** The signatures of all operations that stand alone: without regions, successors and symbols. Made once, then only read. */
public final class Catalogue {
  private final Map<OpDefinition<?>, List<Signature>> signatures = new LinkedHashMap<>();
  private final Map<Type, List<Signature>> makers = new LinkedHashMap<>();
  private final Map<Type, Signature> cheapest = new LinkedHashMap<>();
  private final List<String> broken = new ArrayList<>();

  /** The catalogue of some dialects. */
  public Catalogue(DialectRegistry registry, List<String> dialects) {
    var pool = new TypePool();
    for (var name : dialects) {
      for (var definition : registry.dialect(name).orElseThrow().operations()) {
        if (standsAlone(definition)) {
          var found = new SignatureSearch(definition, pool, exception -> broken.add(definition.name() + ": " + exception)).run();
          signatures.put(definition, found);
          found.stream().filter(signature -> signature.results().size() == 1)
              .forEach(signature -> makers.computeIfAbsent(signature.results().getFirst(), _ -> new ArrayList<>()).add(signature));
        }
      }
    }
    rankMakers();
  }

  /** Finds for each type without constants the operation that makes it from the least. */
  private void rankMakers() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (var entry : makers.entrySet()) {
        if (!ConstantSampler.supports(entry.getKey()) && !cheapest.containsKey(entry.getKey())) {
          var maker = entry.getValue().stream().filter(signature -> Hazards.weight(signature.definition()) == 1)
              .filter(signature -> signature.operands().stream().allMatch(type -> ConstantSampler.supports(type) || cheapest.containsKey(type)))
              .findFirst();
          maker.ifPresent(signature -> cheapest.put(entry.getKey(), signature));
          changed |= maker.isPresent();
        }
      }
    }
  }

  private static boolean standsAlone(OpDefinition<?> definition) {
    return definition.regions().isEmpty() && !definition.hasVariadicRegions() && definition.successorCount() == 0 && !definition.isTerminator()
        && !definition.hasTrait(Trait.SYMBOL);
  }

  /** The operations of which signatures were looked for. */
  public List<OpDefinition<?>> definitions() {
    return List.copyOf(signatures.keySet());
  }

  /** What was found for an operation. */
  List<Signature> signatures(OpDefinition<?> definition) {
    return signatures.getOrDefault(definition, List.of());
  }

  /** The number of signatures found for an operation. */
  public int count(OpDefinition<?> definition) {
    return signatures(definition).size();
  }

  /** The signatures with a single result, of a type. */
  List<Signature> makers(Type type) {
    return makers.getOrDefault(type, List.of());
  }

  /** A signature that makes a type without constants, from operands that can be made; empty when there is none. */
  Optional<Signature> cheapestMaker(Type type) {
    return Optional.ofNullable(cheapest.get(type));
  }

  /** Exceptions that verifiers threw, each a defect. */
  public List<String> broken() {
    return List.copyOf(broken);
  }
}
