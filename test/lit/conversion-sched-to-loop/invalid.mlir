// RUN: mlr-opt %s --convert-sched-to-loop --verify-diagnostics

sched.machine @f {
  // expected-error@+1 {{'sched.input' op has a result of type 'tensor<2xf32>'; run convert-tensor-to-loops before convert-sched-to-loop}}
  %x = sched.input "x" : tensor<2xf32>
  sched.output "y", %x : tensor<2xf32>
  sched.end
}
