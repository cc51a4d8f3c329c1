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
