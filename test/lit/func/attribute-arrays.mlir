// RUN: mlr-opt %s --split-input-file --verify-diagnostics

// expected-error @+1 {{expects argument attribute array to have the same number of elements as the number of function arguments, got 0, but expected 1}}
"func.func"() <{arg_attrs = [], function_type = (i32) -> (), sym_name = "f", sym_visibility = "private"}> ({
}) : () -> ()

// -----

// expected-error @+1 {{a dictionary for each result}}
"func.func"() <{res_attrs = [unit], function_type = () -> i32, sym_name = "f", sym_visibility = "private"}> ({
}) : () -> ()

// -----

// expected-error @+1 {{expects result attribute array to have the same number of elements as the number of function results, got 2, but expected 1}}
"llvm.func"() <{CConv = #llvm.cconv<ccc>, linkage = #llvm.linkage<external>, res_attrs = [{}, {}], function_type = !llvm.func<i32 ()>, sym_name = "f"}> ({
}) : () -> ()
