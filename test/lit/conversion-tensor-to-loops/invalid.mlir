// RUN: mlr-opt %s --convert-tensor-to-loops --verify-diagnostics --split-input-file

sched.machine @call {
  %x = sched.input "x" : tensor<2xf32>
  // expected-error@+1 {{'sched.call' op takes or gives a tensor, and there are no loops for it}}
  %y = sched.call @f(%x) : (tensor<2xf32>) -> f32
  sched.output "y", %y : f32
  sched.end
}

// -----

func.func @dynamic(%x: tensor<?xf32>) -> tensor<?xf32> {
  // expected-error@+1 {{'arith.negf' op has a tensor of dynamic shape; loops need static extents}}
  %y = arith.negf %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
