// RUN: mlr-opt --allow-unregistered-dialect --verify-roundtrip %s -o %t && mlir-opt --allow-unregistered-dialect %s | diff - %t
// RUN: mlr-opt --allow-unregistered-dialect --emit-bytecode %s -o %t && mlr-opt --allow-unregistered-dialect %t | FileCheck %s
// RUN: mlr-opt --allow-unregistered-dialect --inline --symbol-dce %s | FileCheck %s --check-prefix=INLINED

// Properties of operations that nobody knows are any attribute, kept apart from the other attributes. Those of known operations are
// attributes, and stronger than the dictionary.

func.func private @kept()

// INLINED-NOT: @body
func.func private @body() {
  // CHECK: "t.dictionary"() <{a = 1 : i32}> {b = 2 : i32} : () -> ()
  // INLINED: @caller
  // INLINED-NEXT: "t.dictionary"() <{a = 1 : i32}> {b = 2 : i32} : () -> ()
  "t.dictionary"() <{a = 1 : i32}> {b = 2 : i32} : () -> ()
  return
}
func.func @caller() {
  call @body() : () -> ()
  return
}
// CHECK: "t.empty"() <{}> : () -> ()
"t.empty"() <{}> {} : () -> ()
// CHECK: "t.same_name"() <{a = 1 : i32}> {a = 2 : i32} : () -> ()
"t.same_name"() <{a = 1 : i32}> {a = 2 : i32} : () -> ()
// CHECK: "t.text"() <"text"> : () -> ()
"t.text"() <"text"> : () -> ()
// CHECK: "t.number"() <42 : i32> ({
"t.number"() <42 : i32> ({
  // CHECK-NEXT: "t.unit"() <unit> {a} : () -> ()
  "t.unit"() <unit> {a} : () -> ()
}) : () -> ()
// An alias is made for an attribute among the others, not for one in properties.
// CHECK: "t.map"() <affine_map<(d0) -> (d0)>> {m = #map} : () -> ()
"t.map"() <affine_map<(d0) -> (d0)>> {m = affine_map<(d0) -> (d0 + 1)>} : () -> ()
// CHECK: "t.symbol"() <{a = [@kept]}> : () -> ()
"t.symbol"() <{a = [@kept]}> : () -> ()
// CHECK: arith.constant {a} 42 : i32
%0 = "arith.constant"() <{value = 42 : i32}> {a, value = 1 : i32} : () -> i32
