package mlr.ir.pass.instrumentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import mlr.ir.pass.PassElement;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineElement;

/** What was gathered for each step of a pipeline, in the pipeline's shape and the order in which steps first ran. */
final class StepTree<V> {
  private final String name;
  private final V value;
  private final Map<Object, StepTree<V>> byKey = new IdentityHashMap<>();
  private final List<StepTree<V>> children = new ArrayList<>();

  StepTree(String name, V value) {
    this.name = name;
    this.value = value;
  }

  String name() {
    return name;
  }

  V value() {
    return value;
  }

  List<StepTree<V>> children() {
    return Collections.unmodifiableList(children);
  }

  /** The part for a step, made when it is new. */
  StepTree<V> child(PipelineElement step, Supplier<V> make) {
    return child(step, name(step), make);
  }

  /** The part for a key that is compared by identity. */
  StepTree<V> child(Object key, String childName, Supplier<V> make) {
    return byKey.computeIfAbsent(key, _ -> {
      var made = new StepTree<>(childName, make.get());
      children.add(made);
      return made;
    });
  }

  private static String name(PipelineElement step) {
    return switch (step) {
      case PassElement pass -> pass.definition().title();
      case Pipeline pipeline -> "'" + pipeline.anchor() + "' Pipeline";
    };
  }

  /** Adds to each part what {@code other} has for it. */
  void merge(StepTree<V> other, Supplier<V> make, BiConsumer<V, V> add) {
    add.accept(value, other.value);
    for (var key : other.keysInOrder()) {
      var theirs = other.byKey.get(key);
      child(key, theirs.name, make).merge(theirs, make, add);
    }
  }

  private List<Object> keysInOrder() {
    var position = new IdentityHashMap<StepTree<V>, Object>();
    byKey.forEach((key, child) -> position.put(child, key));
    return children.stream().map(position::get).toList();
  }

  /** This part and all in it, outer ones first, with how deep they stand. */
  void walk(int depth, BiConsumer<StepTree<V>, Integer> visitor) {
    visitor.accept(this, depth);
    children.forEach(child -> child.walk(depth + 1, visitor));
  }

  /** What {@code read} finds in the parts right below this one, added up. */
  long sum(Function<V, Long> read) {
    return children.stream().mapToLong(child -> read.apply(child.value)).sum();
  }
}
