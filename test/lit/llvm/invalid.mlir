// RUN: mlr-opt %s --verify-diagnostics --split-input-file

// expected-note@+1 {{the callee is here}}
llvm.func @callee(f32) -> f32

llvm.func @caller(%a: i32, %p: !llvm.ptr) {
  // expected-error@+1 {{do not match the callee's type '!llvm.func<f32 (f32)>'}}
  %0 = llvm.call @callee(%a) : (i32) -> f32
  // expected-error@+1 {{'nobody' does not reference a symbol in the current scope}}
  %1 = llvm.call @nobody(%a) : (i32) -> f32
  // expected-error@+1 {{does not lead into 'f32'}}
  %2 = llvm.getelementptr %p[0, 1] : (!llvm.ptr) -> !llvm.ptr, f32
  // expected-error@+1 {{must reference a global defined by 'llvm.mlir.global' or 'llvm.func'}}
  %3 = llvm.mlir.addressof @nowhere : !llvm.ptr
  llvm.return
}

// -----

llvm.func @fields(%s: !llvm.struct<(i32, f32)>) {
  // expected-error@+2 {{position 2 does not lead into '!llvm.struct<(i32, f32)>'}}
  %0 = llvm.extractvalue %s[2] : !llvm.struct<(i32, f32)>
  llvm.return
}

// -----

// expected-note@+1 {{the function is here}}
llvm.func @result() -> i32 {
  // expected-error@+1 {{returns [] from a function of type '!llvm.func<i32 ()>'}}
  llvm.return
}

// -----

// expected-error@+1 {{external functions must have 'external' or 'extern_weak' linkage, but this has 'internal'}}
llvm.func internal @elsewhere()
// expected-error@+1 {{attribute 'alignment' failed to satisfy constraint: alignment in bytes, a power of two}}
llvm.mlir.global external @odd() {alignment = 3 : i64} : i32
// expected-error@+1 {{requires an i8 array type of the length equal to that of the string attribute, but is of type '!llvm.array<2 x i8>'}}
llvm.mlir.global internal @text("abc") : !llvm.array<2 x i8>
// expected-note@+1 {{the global is here}}
llvm.mlir.global external @far() {addr_space = 1 : i32} : i32

llvm.func @values(%c: i1, %a: i32, %p: !llvm.ptr) {
  // expected-error@+1 {{pointer address space must match address space of the referenced global}}
  %0 = llvm.mlir.addressof @far : !llvm.ptr
  // expected-error@+1 {{value 1 : i32 is not a constant of type 'f32'}}
  %1 = llvm.mlir.constant(1 : i32) : f32
  // expected-error@+1 {{operand #1 must be 8-bit signless integer, but got 'i32'}}
  "llvm.intr.memset"(%p, %a, %a) <{isVolatile = false}> : (!llvm.ptr, i32, i32) -> ()
  // expected-error@+1 {{attribute 'overflowFlags' failed to satisfy constraint: overflow flags}}
  %2 = "llvm.add"(%a, %a) <{overflowFlags = #arith.overflow<nsw>}> : (i32, i32) -> i32
  // expected-error@+1 {{expects as many branch weights as successors: 1 for 2}}
  llvm.cond_br %c weights([1]), ^next, ^next
^next:
  llvm.return
}
