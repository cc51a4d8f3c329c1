package mlr.test.lit.upstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mlr.dialects.AllDialects;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;

/** A specimen with one thing changed: a type here or everywhere, an attribute, the number of operands or results. */
final class SpecimenChanges {
  private static final List<Type> TYPES = Stream.of("i1", "i8", "i32", "i64", "si32", "index", "f16", "f32", "f64", "f80", "f8E4M3FN", "complex<f32>", "none", "tuple<i32>",
      "(i32) -> i32", "vector<4xi32>", "vector<4xi1>", "vector<4xf32>", "vector<2x3xf32>", "vector<f32>", "vector<[4]xf32>", "vector<4xindex>", "tensor<4xf32>", "tensor<4xi32>",
      "tensor<4xi1>", "tensor<?xf32>", "tensor<*xf32>", "memref<4xf32>", "memref<?xi32>", "memref<2x3xf32>", "memref<4xf32, 1>", "memref<4xf32, strided<[2], offset: ?>>",
      "memref<*xf32>", "!llvm.ptr", "!llvm.ptr<1>", "!llvm.struct<(i32, f32)>", "!llvm.array<4 x f32>", "!llvm.void", "!llvm.func<i32 (i32)>")
      .map(SpecimenChanges::type).toList();
  private static final List<Attribute> ATTRIBUTES = Stream.of("unit", "true", "0 : i32", "5 : i32", "-1 : i32", "0 : i64", "5 : i64", "-1 : i64", "3 : i64", "1000 : i64", "3 : index", "1 : i8",
      "1.0 : f32", "1.0 : f64", "\"text\"", "@nowhere", "@nowhere::@nested", "i32", "(i32) -> i32", "!llvm.func<i32 (i32)>", "[]", "[0]", "[{}]", "array<i32>", "array<i32: 1>", "array<i32: 1, 2>",
      "array<i32: -1, 0, 1>", "array<i64: 0>", "array<i64: 5>", "array<i64: 0, 1, 2>", "dense<1> : tensor<4xi32>", "dense<1> : vector<4xi32>", "dense<1.0> : vector<4xf32>", "dense<1.0> : tensor<4xf32>",
      "{a = 1 : i32}", "affine_map<(d0) -> (d0)>", "#arith.fastmath<fast>", "#arith.overflow<nsw>", "#llvm.fastmath<fast>", "#llvm.overflow<nsw>", "#llvm.linkage<weak>", "#vector.kind<add>", "dense<[1, 2]> : vector<2xi64>")
      .map(SpecimenChanges::attribute).toList();

  private final Specimen specimen;
  private final Map<String, Specimen> changed = new LinkedHashMap<>();

  private SpecimenChanges(Specimen specimen) {
    this.specimen = specimen;
  }

  /** What has changed, in words, and the changed specimen; the first is unchanged. */
  static Map<String, Specimen> of(Specimen specimen) {
    var changes = new SpecimenChanges(specimen);
    changes.changed.put("nothing", specimen);
    changes.types();
    changes.counts();
    changes.attributes();
    return changes.changed;
  }

  private static Type type(String text) {
    return IrParser.parseType(new SourceFile("type", text), AllDialects.registry(), ParserOptions.DEFAULT, new DiagnosticEngine()).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static Attribute attribute(String text) {
    return IrParser.parseAttribute(new SourceFile("attribute", text), AllDialects.registry(), ParserOptions.DEFAULT, new DiagnosticEngine()).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private void types() {
    for (var type : TYPES) {
      for (int i = 0; i < specimen.operands().size(); i++) {
        changed.put("operand #" + i + " is " + type, specimen.withOperands(replaced(specimen.operands(), i, type)));
      }
      for (int i = 0; i < specimen.results().size(); i++) {
        changed.put("result #" + i + " is " + type, specimen.withResults(replaced(specimen.results(), i, type)));
      }
      Set<Type> used = new LinkedHashSet<>(specimen.operands());
      used.addAll(specimen.results());
      for (var old : used) {
        changed.put(old + " is " + type, everywhere(old, type));
      }
      if (used.size() > 1) {
        changed.put("all types are " + type, specimen.withOperands(specimen.operands().stream().map(_ -> type).toList()).withResults(specimen.results().stream().map(_ -> type).toList()));
      }
    }
  }

  private Specimen everywhere(Type old, Type type) {
    var attributes = new TreeMap<>(specimen.attributes());
    attributes.replaceAll((_, value) -> value instanceof TypeAttr held && held.value().equals(old) ? new TypeAttr(type) : value);
    return specimen.withOperands(exchanged(specimen.operands(), old, type)).withResults(exchanged(specimen.results(), old, type)).withAttributes(attributes)
        .withTargets(specimen.targets().stream().map(types -> exchanged(types, old, type)).toList());
  }

  private static List<Type> exchanged(List<Type> types, Type old, Type type) {
    return types.stream().map(t -> t.equals(old) ? type : t).toList();
  }

  private static <T> List<T> replaced(List<T> list, int index, T element) {
    var copy = new ArrayList<>(list);
    copy.set(index, element);
    return copy;
  }

  private void counts() {
    var operands = specimen.operands();
    if (!operands.isEmpty()) {
      changed.put("no operands", specimen.withOperands(List.of()));
      changed.put("first operand missing", specimen.withOperands(operands.subList(1, operands.size())));
      changed.put("last operand missing", specimen.withOperands(operands.subList(0, operands.size() - 1)));
      changed.put("last operand twice", specimen.withOperands(Stream.concat(operands.stream(), Stream.of(operands.getLast())).toList()));
    }
    var results = specimen.results();
    changed.put("one operand more", specimen.withOperands(Stream.concat(operands.stream(), Stream.of(type("i32"))).toList()));
    changed.put("one result more", specimen.withResults(Stream.concat(results.stream(), Stream.of(type("i32"))).toList()));
    if (!results.isEmpty()) {
      changed.put("last result missing", specimen.withResults(results.subList(0, results.size() - 1)));
    }
    if (!specimen.targets().isEmpty()) {
      changed.put("last successor missing", specimen.withTargets(specimen.targets().subList(0, specimen.targets().size() - 1)));
    }
    changed.put("one successor more", specimen.withTargets(Stream.concat(specimen.targets().stream(), Stream.of(List.<Type>of())).toList()));
  }

  private void attributes() {
    var names = new LinkedHashSet<>(specimen.attributes().keySet());
    specimen.definition().attributes().forEach(handle -> names.add(handle.name()));
    for (var name : names) {
      if (specimen.attributes().containsKey(name)) {
        var without = new TreeMap<>(specimen.attributes());
        without.remove(name);
        changed.put("no " + name, specimen.withAttributes(without));
      }
      var values = new ArrayList<>(ATTRIBUTES);
      if (specimen.attributes().get(name) instanceof DenseArrayAttr array) {
        values.addAll(otherLengths(array));
      }
      for (var value : values) {
        var with = new TreeMap<>(specimen.attributes());
        with.put(name, value);
        changed.put(name + " = " + value, specimen.withAttributes(with));
        if (value instanceof TypedAttr typed && specimen.results().size() == 1) {
          changed.put(name + " = " + value + ", and the result's type that", specimen.withAttributes(with).withResults(List.of(typed.type())));
        }
      }
    }
    var more = new TreeMap<>(specimen.attributes());
    more.put("unknown", attribute("unit"));
    changed.put("unknown", specimen.withAttributes(more));
  }

  private static List<Attribute> otherLengths(DenseArrayAttr array) {
    var values = array.values();
    var all = new ArrayList<Attribute>();
    if (!values.isEmpty()) {
      all.add(new DenseArrayAttr(array.element(), values.subList(0, values.size() - 1)));
      all.add(new DenseArrayAttr(array.element(), replaced(values, 0, values.getFirst() + 1)));
      all.add(new DenseArrayAttr(array.element(), replaced(values, values.size() - 1, -1L)));
    }
    var longer = new ArrayList<>(values);
    longer.add(0L);
    all.add(new DenseArrayAttr(array.element(), longer));
    return all;
  }
}
