// RUN: mlr-opt --verify-diagnostics --split-input-file --allow-unregistered-dialect %s
// RUN: not mlr-opt --split-input-file --allow-unregistered-dialect %s 2>&1 | FileCheck %s

// Each message stands at the word that is wrong, says what was probably meant, and points to the other party. One run reports all of a text.

// CHECK: :[[@LINE+5]]:19: error: use of undeclared SSA value name '%valeu'; did you mean '%value'?
// CHECK-NEXT: {{^}}  %0 = arith.addi %valeu, %value : i32{{$}}
// CHECK-NEXT: {{^}}                  ^{{$}}
func.func @names(%value: i32, %cond: i1) {
  // expected-error@+1 {{use of undeclared SSA value name '%valeu'; did you mean '%value'?}}
  %0 = arith.addi %valeu, %value : i32
  // expected-error@+1 {{custom op 'arith.adi' is unknown; did you mean 'arith.addi'?}}
  %1 = arith.adi %value, %value : i32
  // expected-error@+1 {{expected one of eq, ne, slt, sle, sgt, sge, ult, ule, ugt, uge, found 'slte'; did you mean 'slt'?}}
  %2 = arith.cmpi slte, %value, %value : i32
  // expected-error@+1 {{expected an attribute, found 'dens'; did you mean 'dense'?}}
  %3 = arith.constant dens<1> : tensor<2xi32>
  // expected-error@+1 {{expected a type, found 'tesnor'; did you mean 'tensor'?}}
  %4 = "x.y"() : () -> tesnor<2xf32>
  // expected-error@+1 {{expected ':', found 'overfow'; did you mean 'overflow'?}}
  %5 = arith.addi %value, %value overfow<nsw> : i32
  // What depends on a broken operation is no further error.
  %6 = arith.addi %5, %value : i32
  // expected-error@+1 {{reference to an undefined block '^bb22'; did you mean '^bb2'?}}
  cf.cond_br %cond, ^bb2, ^bb22
^bb2:
  return
}

// -----

// expected-note@+1 {{prior use here}}
func.func @types(%a: i32) {
  // expected-error@+1 {{use of value '%a' expects different type than prior uses: 'i64' vs 'i32'}}
  %0 = arith.addi %a, %a : i64
  // expected-note@+1 {{previously defined here}}
  %1:2 = "x.y"() : () -> (i32, i32)
  // expected-error@+1 {{redefinition of SSA value '%1'}}
  %1 = arith.addi %a, %a : i32
  return
}

// -----

func.func @groups() {
  // expected-note@+1 {{defined here}}
  %1:2 = "x.y"() : () -> (i32, i32)
  // expected-error@+1 {{reference to invalid result number: '%1' has 2 results}}
  "x.y"(%1#2) : (i32) -> ()
  // expected-error@+1 {{operation defines 1 results but was provided 2 to bind}}
  %2:2 = "x.y"() : () -> i32
  return
}

// -----

func.func @blocks() {
  cf.br ^bb1
// expected-note@+1 {{previously defined here}}
^bb1:
  cf.br ^bb1
// expected-error@+1 {{redefinition of block '^bb1'}}
^bb1:
  return
}

// -----

#map = affine_map<(d0) -> (d0)>
// expected-error@+1 {{undefined attribute alias '#mapp'; did you mean 'map'?}}
"x.y"() {a = #mapp} : () -> ()
!pair = tuple<i32, i32>
// expected-error@+1 {{undefined type alias '!pari'; did you mean 'pair'?}}
"x.y"() : () -> !pari
// expected-error@+1 {{use of undeclared affine identifier 'd1'; did you mean 'd0'?}}
"x.y"() {a = affine_map<(d0) -> (d1)>} : () -> ()
// expected-error@+1 {{non-affine expression: right operand of mod has to be either a constant or symbolic}}
"x.y"() {a = affine_map<(d0) -> (d0 mod d0)>} : () -> ()
// expected-error@+1 {{expected one of ==, >=, <=, found ')'}}
"x.y"() {a = affine_set<(d0) : (d0)>} : () -> ()
// expected-error@+1 {{undefined location alias '#lock'; did you mean 'loc'?}}
"x.y"() : () -> () loc(#lock)
#loc = loc(unknown)

// -----

// expected-error@+1 {{invalid vector element type tensor<2xf32>; it is an integer, index or floating-point type}}
"x.y"() : () -> vector<2xtensor<2xf32>>
// expected-error@+1 {{memref layout mismatch between rank and layout: 1 != 2}}
"x.y"() : () -> memref<4xf32, strided<[1, 2]>>
// expected-error@+1 {{integer constant out of range for i8}}
"x.y"() {a = 256 : i8} : () -> ()
// expected-error@+1 {{integer literal not valid for f32; write 1.0}}
"x.y"() {a = 1 : f32} : () -> ()
// expected-error@+1 {{inferred shape of elements literal ([2]) does not match type ([3])}}
"x.y"() {a = dense<[1, 2]> : tensor<3xi32>} : () -> ()
// expected-error@+1 {{elements of type complex<f32> are pairs (real, imaginary)}}
"x.y"() {a = dense<[1.0, 2.0]> : tensor<2xcomplex<f32>>} : () -> ()
// expected-error@+1 {{sparse index #0 is not contained within the value shape: 3 is not between 0 and 2 of type tensor<3xi32>}}
"x.y"() {a = sparse<[3], [1]> : tensor<3xi32>} : () -> ()
// expected-error@+1 {{duplicate key 'a' in dictionary attribute}}
"x.y"() {a = 1, a = 2} : () -> ()
// expected-error@+1 {{dialect 'arith' has no attribute 'fastmaht'}}
"x.y"() {a = #arith.fastmaht<fast>} : () -> ()
// expected-error@+1 {{expected ']' before ')'}}
"x.y"() {a = #foo.bar<[)>} : () -> ()

// -----

// expected-error@+1 {{string is not closed on its line}}
"x.y"() {a = "open} : () -> ()

// -----

// expected-error@+1 {{unknown key 'dialect_resorces' in file metadata dictionary; did you mean 'dialect_resources'?}}
{-# dialect_resorces: {} #-}

// -----

// expected-error@+1 {{expected hex string blob for key 'a' to encode alignment in first 4 bytes, but got non-power-of-2 value: 3}}
{-# dialect_resources: {builtin: {a: "0x03000000"}} #-}

// -----

// expected-note@+1 {{the region starts here}}
func.func @open() {
  // expected-error@+1 {{expected '}' to close a region}}
  return

// -----

// expected-error@+1 {{empty operation name is invalid}}
""() : () -> ()

// -----

// expected-error@+1 {{expected a type, found '...'}}
func.func private @variadic(i32, ...)

// -----

// expected-error@+1 {{invalid properties 42 : i32 for op arith.constant: expected DictionaryAttr to set properties}}
"arith.constant"() <42 : i32> : () -> i32

// -----

// expected-error@+1 {{expected '>' to close properties, found ':'}}
"t.t"() <42 : i32 : () -> ()
