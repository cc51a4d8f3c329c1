// Pipelines, times and statistics, laid out as upstream's.

// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize{max-iterations=3}),cse)' --dump-pass-pipeline --validate-passes=false -o %t 2>&1 | FileCheck %s --check-prefix=PIPELINE
// RUN: mlr-opt %s --canonicalize=max-iterations=3 --dump-pass-pipeline -o %t 2>&1 | FileCheck %s --check-prefix=FLAG
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize),cse)' --mlir-pass-statistics --validate-passes=false -o %t 2>&1 | FileCheck %s --check-prefix=STATISTICS
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize),cse)' --mlir-pass-statistics --mlir-pass-statistics-display=list --validate-passes=false -o %t 2>&1 | FileCheck %s --check-prefix=LIST
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize),cse)' --mlir-timing --mlir-disable-threading --validate-passes=false -o %t 2>&1 | FileCheck %s --check-prefix=TIMING
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize),cse)' --mlir-timing --mlir-timing-display=list --validate-passes=false -o %t 2>&1 | FileCheck %s --check-prefix=SORTED
// RUN: not mlr-opt %s --mlir-timing-display=graph 2>&1 | FileCheck %s --check-prefix=DISPLAY
// RUN: not mlr-opt %s --mlir-timing=maybe 2>&1 | FileCheck %s --check-prefix=MAYBE

// PIPELINE:      Pass Manager with 2 passes:
// PIPELINE-NEXT: builtin.module(func.func(cse,canonicalize{max-iterations=3 {{.*}}}),cse)
// FLAG:          Pass Manager with 1 passes:
// FLAG-NEXT:     builtin.module(canonicalize{max-iterations=3 {{.*}}})

// STATISTICS:      ===-------------------------------------------------------------------------===
// STATISTICS-NEXT:                          ... Pass statistics report ...
// STATISTICS-NEXT: ===-------------------------------------------------------------------------===
// STATISTICS-NEXT: {{^}}'func.func' Pipeline
// STATISTICS-NEXT: {{^}}  CSE
// STATISTICS-NEXT: {{^}}    (S) 3 num-cse'd - Number of operations CSE'd
// STATISTICS-NEXT: {{^}}  Canonicalizer
// STATISTICS-NEXT: {{^}}CSE
// STATISTICS-NEXT: {{^}}  (S) 0 num-cse'd - Number of operations CSE'd

// LIST:      ... Pass statistics report ...
// LIST:      {{^}}CSE
// LIST-NEXT: {{^}}  (S) 3 num-cse'd - Number of operations CSE'd

// TIMING:      ... Execution time report ...
// TIMING:      {{^}}  Total Execution Time: {{[0-9.]+}} seconds
// TIMING-EMPTY:
// TIMING-NEXT: {{^}}  ----Wall Time----  ----Name----
// TIMING-NEXT: {{^  +[0-9.]+}} ({{ *[0-9.]+}}%){{  }}Parser
// TIMING-NEXT: {{^  +[0-9.]+}} ({{ *[0-9.]+}}%){{  }}'func.func' Pipeline
// TIMING-NEXT: {{^  +[0-9.]+}} ({{ *[0-9.]+}}%){{    }}CSE
// TIMING-NEXT: {{^  +[0-9.]+}} ({{ *[0-9.]+}}%){{    }}Canonicalizer
// TIMING-NEXT: {{^  +[0-9.]+}} ({{ *[0-9.]+}}%){{  }}CSE
// TIMING-NEXT: {{^  +[0-9.]+}} ({{ *[0-9.]+}}%){{  }}Output
// TIMING-NEXT: {{^  +[0-9.]+}} ({{ *[0-9.]+}}%){{  }}Rest
// TIMING-NEXT: {{^  +[0-9.]+}} (100.0%){{  }}Total

// SORTED-COUNT-1: CSE
// SORTED-NOT:     CSE
// SORTED:         Total

// DISPLAY: mlr-opt: --mlir-timing-display takes tree|list, not 'graph'
// MAYBE:   mlr-opt: --mlir-timing takes true or false, not 'maybe'
func.func @f(%a: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a : i32
  %1 = arith.addi %a, %a : i32
  return %0, %1 : i32, i32
}

func.func @g(%a: i32) -> (i32, i32, i32) {
  %0 = arith.muli %a, %a : i32
  %1 = arith.muli %a, %a : i32
  %2 = arith.muli %a, %a : i32
  return %0, %1, %2 : i32, i32, i32
}
