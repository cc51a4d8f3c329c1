package mlr.ir.rewrite;

import java.util.IdentityHashMap;
import java.util.Map;
import mlr.ir.Operation;
import mlr.ir.Value;

/**
 * A hash of an operation with all that is in it, by structure: names, operands, attributes, types, successors, locations
 * and their order. Equal IR has equal fingerprints even when its operations were made anew.
 */
final class IrFingerprint {
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private long hash = 1;

  private IrFingerprint() {}

  static long of(Operation root) {
    var fingerprint = new IrFingerprint();
    fingerprint.add(root);
    return fingerprint.hash;
  }

  private void add(Operation op) {
    mix(op.name().hashCode());
    mix(op.attributes().asMap().hashCode());
    mix(op.properties().hashCode());
    mix(op.location().hashCode());
    for (int i = 0; i < op.operandCount(); i++) {
      mix(number(op.operand(i)));
    }
    op.results().forEach(this::define);
    op.successors().forEach(block -> mix(number(block)));
    for (var region : op.regions()) {
      mix(region.blocks().size());
      for (var block : region.blocks()) {
        mix(number(block));
        block.arguments().forEach(this::define);
        mix(block.size());
        block.forEach(this::add);
      }
    }
  }

  private void define(Value value) {
    mix(number(value));
    mix(value.type().hashCode());
  }

  /** Values and blocks are numbered in the order in which they are met. */
  private int number(Object object) {
    return numbers.computeIfAbsent(object, _ -> numbers.size());
  }

  private void mix(long part) {
    hash = Long.rotateLeft(hash ^ part * 0x9E3779B97F4A7C15L, 27) * 0xBF58476D1CE4E5B9L + 1;
  }
}
