// RUN: mlr-opt %s --split-input-file --verify-diagnostics

// expected-error @+1 {{'sched.machine' op region #0 ('body') failed to verify constraint: region with 1 blocks}}
"sched.machine"() <{sym_name = "nothing"}> ({}) : () -> ()

// -----

sched.machine @regions {
  %c = arith.constant true
  %n = arith.constant 3 : index
  // expected-error @+1 {{'sched.guard' op region #0 ('then') failed to verify constraint: region with 1 blocks}}
  "sched.guard"(%c) ({}, {}) : (i1) -> ()
  // expected-error @+1 {{'sched.sweep' op region #0 ('body') failed to verify constraint: region with 1 blocks}}
  "sched.sweep"(%n) <{max = 3 : i64, direction = "forward"}> ({}) : (index) -> ()
  sched.end
}

// -----

sched.machine @words {
  // expected-error @+1 {{'sched.slot' op attribute 'init' failed to satisfy constraint: value after a reset, a number or dense elements}}
  %0 = "sched.slot"() <{init = "zero", owner = "s"}> : () -> !sched.slot<f32>
  sched.end
}
