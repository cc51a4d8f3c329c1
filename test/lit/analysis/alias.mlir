// RUN: mlr-opt %s --print-alias --verify-diagnostics

memref.global "private" @g : memref<4xf32> = dense<0.0>
memref.global "private" @h : memref<4xf32> = dense<0.0>

// expected-remark@+6 {{^bb0#0 and ^bb0#1: MAY}}
// expected-remark@+5 {{^bb0#0 and "a": NO}}
// expected-remark@+4 {{^bb0#0 and "b": NO}}
// expected-remark@+3 {{^bb0#1 and "a": NO}}
// expected-remark@+2 {{^bb0#1 and "b": NO}}
// expected-remark@+1 {{"a" and "b": NO}}
func.func @allocations(%x: memref<4xf32>, %y: memref<4xf32>) {
  %a = memref.alloc() {tag = "a"} : memref<4xf32>
  %b = memref.alloca() {tag = "b"} : memref<4xf32>
  return
}

// A view reaches the memory of its source, and of what the source is a view of.
// expected-remark@+3 {{"a" and "view": MAY}}
// expected-remark@+2 {{"a" and "cast": MAY}}
// expected-remark@+1 {{"view" and "cast": MAY}}
func.func @views() {
  %a = memref.alloc() {tag = "a"} : memref<4xf32>
  %v = memref.subview %a[0] [2] [1] {tag = "view"} : memref<4xf32> to memref<2xf32, strided<[1]>>
  %c = memref.cast %v {tag = "cast"} : memref<2xf32, strided<[1]>> to memref<?xf32, strided<[1]>>
  return
}

// expected-remark@+3 {{"g" and "h": NO}}
// expected-remark@+2 {{"g" and "g again": MAY}}
// expected-remark@+1 {{"h" and "g again": NO}}
func.func @globals() {
  %0 = memref.get_global @g : memref<4xf32> {tag = "g"}
  %1 = memref.get_global @h : memref<4xf32> {tag = "h"}
  %2 = memref.get_global @g : memref<4xf32> {tag = "g again"}
  return
}

// Through branches and regions.
// expected-remark@+6 {{"a" and "b": NO}}
// expected-remark@+5 {{"a" and "c": NO}}
// expected-remark@+4 {{"a" and "a or b": MAY}}
// expected-remark@+3 {{"b" and "c": NO}}
// expected-remark@+2 {{"b" and "a or b": MAY}}
// expected-remark@+1 {{"c" and "a or b": NO}}
func.func @regions(%p: i1) {
  %a = memref.alloc() {tag = "a"} : memref<4xf32>
  %b = memref.alloc() {tag = "b"} : memref<4xf32>
  %c = memref.alloc() {tag = "c"} : memref<4xf32>
  %0 = loop.if %p -> (memref<4xf32>) {
    loop.yield %a : memref<4xf32>
  } else {
    loop.yield %b : memref<4xf32>
  } {tag = "a or b"}
  return
}

// expected-remark@+10 {{^bb0#0 and ^bb0#1: NO}}
// expected-remark@+9 {{^bb0#0 and ^bb0#2: NO}}
// expected-remark@+8 {{^bb0#0 and "part": MAY}}
// expected-remark@+7 {{^bb0#0 and "loaded": MAY}}
// expected-remark@+6 {{^bb0#1 and ^bb0#2: MAY}}
// expected-remark@+5 {{^bb0#1 and "part": NO}}
// expected-remark@+4 {{^bb0#1 and "loaded": MAY}}
// expected-remark@+3 {{^bb0#2 and "part": NO}}
// expected-remark@+2 {{^bb0#2 and "loaded": MAY}}
// expected-remark@+1 {{"part" and "loaded": MAY}}
llvm.func @pointers(%a: !llvm.ptr {llvm.noalias}, %b: !llvm.ptr, %c: !llvm.ptr) {
  %p = llvm.getelementptr %a[4] {tag = "part"} : (!llvm.ptr) -> !llvm.ptr, f32
  %q = llvm.load %b {tag = "loaded"} : !llvm.ptr -> !llvm.ptr
  llvm.return
}
