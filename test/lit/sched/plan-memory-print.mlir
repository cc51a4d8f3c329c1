// RUN: mlr-opt %s --plan-memory=print=true --verify-diagnostics -o /dev/null

// expected-remark@+1 {{machine @f needs 16 bytes of scratch}}
sched.machine @f {
  %w = arith.constant dense<1.0> : tensor<4x4xf32>
  %x = sched.input "x" : tensor<4xf32>
  // expected-remark@+1 {{tensor<4xf32> in scratch bytes 0 to 15}}
  %a = tensor.matmul %w, %x : tensor<4x4xf32>, tensor<4xf32> -> tensor<4xf32>
  // expected-remark@+1 {{tensor<4xf32> computed in place for 'sched.output'}}
  %b = tensor.matmul %w, %a : tensor<4x4xf32>, tensor<4xf32> -> tensor<4xf32>
  sched.output "y", %b : tensor<4xf32>
  sched.end
}
