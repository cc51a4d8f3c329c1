module attributes {mlr.interface = {age = {exported, inputs = [], outputs = [{clock = ".", name = "n", ssa = i32, type = "i32"}]}, cruise = {enums = {mode = ["Off", "Ready", "Cruising", "Paused"]}, exported, inputs = [{clock = ".", name = "power", ssa = i1, type = "bool"}, {clock = ".", name = "recall", ssa = i1, type = "bool"}, {clock = ".", name = "brake", ssa = i1, type = "bool"}, {clock = ".", name = "turned", ssa = i1, type = "bool"}, {clock = ". on turned", name = "dial", ssa = f32, type = "f32"}, {clock = ".", name = "pedal", ssa = f32, type = "f32"}, {clock = ".", name = "speed", ssa = f32, type = "f32"}], outputs = [{clock = ".", name = "m", ssa = i32, type = "mode"}, {clock = ".", name = "throttle", ssa = f32, type = "f32"}, {clock = ".", name = "changed", ssa = i1, type = "bool"}, {clock = ". on changed", name = "entered", ssa = i32, type = "mode"}]}, follow = {exported, inputs = [{clock = ".", name = "error", ssa = f32, type = "f32"}], outputs = [{clock = ".", name = "throttle", ssa = f32, type = "f32"}]}, next_mode = {enums = {mode = ["Off", "Ready", "Cruising", "Paused"]}, exported, inputs = [{clock = ".", name = "was", ssa = i32, type = "mode"}, {clock = ".", name = "power", ssa = i1, type = "bool"}, {clock = ".", name = "start", ssa = i1, type = "bool"}, {clock = ".", name = "release", ssa = i1, type = "bool"}, {clock = ".", name = "forgotten", ssa = i1, type = "bool"}], outputs = [{clock = ".", name = "m", ssa = i32, type = "mode"}]}, pi = {exported, inputs = [{clock = ".", name = "error", ssa = f32, type = "f32"}], outputs = [{clock = ".", name = "u", ssa = f32, type = "f32"}]}, rising = {exported, inputs = [{clock = ".", name = "c", ssa = i1, type = "bool"}], outputs = [{clock = ".", name = "r", ssa = i1, type = "bool"}]}}} {
  sched.machine @rising {
    %true = arith.constant true
    %false = arith.constant false
    %0 = sched.slot "pre" = false : !sched.slot<i1>
    %1 = sched.slot "first" = true : !sched.slot<i1>
    %2 = sched.input "c" : i1
    %3 = sched.read %0 : !sched.slot<i1>
    sched.write %2, %0 : !sched.slot<i1>
    %4 = arith.xori %3, %true : i1
    %5 = arith.andi %2, %4 : i1
    %6 = sched.read %1 : !sched.slot<i1>
    sched.write %false, %1 : !sched.slot<i1>
    %7 = arith.select %6, %2, %5 : i1
    sched.output "r", %7 : i1
    sched.end
  }
  sched.machine @age {
    %c1_i32 = arith.constant 1 : i32
    %false = arith.constant false
    %c0_i32 = arith.constant 0 : i32
    %0 = sched.slot "pre" = 0 : i32 : !sched.slot<i32>
    %1 = sched.slot "first" = true : !sched.slot<i1>
    %2 = sched.read %0 : !sched.slot<i32>
    %3 = arith.addi %2, %c1_i32 : i32
    %4 = sched.read %1 : !sched.slot<i1>
    sched.write %false, %1 : !sched.slot<i1>
    %5 = arith.select %4, %c0_i32, %3 : i32
    sched.write %5, %0 : !sched.slot<i32>
    sched.output "n", %5 : i32
    sched.end
  }
  sched.machine @pi {
    %cst = arith.constant 0.00999999977 : f32
    %cst_0 = arith.constant 0.000000e+00 : f32
    %cst_1 = arith.constant 1.000000e+00 : f32
    %cst_2 = arith.constant 8.000000e-02 : f32
    %0 = sched.slot "fby" = 0.000000e+00 : f32 : !sched.slot<f32>
    %1 = sched.input "error" : f32
    %2 = sched.read %0 : !sched.slot<f32>
    %3 = arith.mulf %1, %cst : f32
    %4 = arith.addf %2, %3 : f32
    %5 = arith.cmpf ogt, %4, %cst_0 : f32
    %6 = arith.select %5, %4, %cst_0 : f32
    %7 = arith.cmpf olt, %6, %cst_1 : f32
    %8 = arith.select %7, %6, %cst_1 : f32
    sched.write %8, %0 : !sched.slot<f32>
    %9 = arith.mulf %1, %cst_2 : f32
    %10 = arith.addf %9, %8 : f32
    %11 = arith.cmpf ogt, %10, %cst_0 : f32
    %12 = arith.select %11, %10, %cst_0 : f32
    %13 = arith.cmpf olt, %12, %cst_1 : f32
    %14 = arith.select %13, %12, %cst_1 : f32
    sched.output "u", %14 : f32
    sched.end
  }
  sched.machine @follow {
    %c1_i32 = arith.constant 1 : i32
    %c2_i32 = arith.constant 2 : i32
    %c0_i32 = arith.constant 0 : i32
    %cst = arith.constant 0.00999999977 : f32
    %cst_0 = arith.constant 0.000000e+00 : f32
    %cst_1 = arith.constant 1.000000e+00 : f32
    %cst_2 = arith.constant 8.000000e-02 : f32
    %0 = sched.slot "word" = 0 : i32 : !sched.slot<i32>
    %1 = sched.slot "fby" = 0.000000e+00 : f32 : !sched.slot<f32>
    %2 = sched.slot "current" = 0.000000e+00 : f32 : !sched.slot<f32>
    %3 = sched.input "error" : f32
    %4 = sched.read %0 : !sched.slot<i32>
    %5 = arith.shrui %c1_i32, %4 : i32
    %6 = arith.trunci %5 : i32 to i1
    %7 = arith.addi %4, %c1_i32 : i32
    %8 = arith.cmpi eq, %7, %c2_i32 : i32
    %9 = arith.select %8, %c0_i32, %7 : i32
    sched.write %9, %0 : !sched.slot<i32>
    %10 = sched.read %2 : !sched.slot<f32>
    %11 = sched.guard %6 -> (f32) {
      %13 = sched.read %1 : !sched.slot<f32>
      %14 = arith.mulf %3, %cst : f32
      %15 = arith.addf %13, %14 : f32
      %16 = arith.cmpf ogt, %15, %cst_0 : f32
      %17 = arith.select %16, %15, %cst_0 : f32
      %18 = arith.cmpf olt, %17, %cst_1 : f32
      %19 = arith.select %18, %17, %cst_1 : f32
      sched.write %19, %1 : !sched.slot<f32>
      %20 = arith.mulf %3, %cst_2 : f32
      %21 = arith.addf %20, %19 : f32
      %22 = arith.cmpf ogt, %21, %cst_0 : f32
      %23 = arith.select %22, %21, %cst_0 : f32
      %24 = arith.cmpf olt, %23, %cst_1 : f32
      %25 = arith.select %24, %23, %cst_1 : f32
      sched.yield %25 : f32
    }
    %12 = arith.select %6, %11, %10 : f32
    sched.write %12, %2 : !sched.slot<f32>
    sched.output "throttle", %12 : f32
    sched.end
  }
  sched.machine @next_mode {
    %c1_i32 = arith.constant 1 : i32
    %c0_i32 = arith.constant 0 : i32
    %c2_i32 = arith.constant 2 : i32
    %c3_i32 = arith.constant 3 : i32
    %0 = sched.input "was" : i32
    %1 = sched.input "power" : i1
    %2 = sched.input "start" : i1
    %3 = sched.input "release" : i1
    %4 = sched.input "forgotten" : i1
    %5 = arith.cmpi eq, %0, %c0_i32 : i32
    %6 = sched.guard %5 -> (i32) {
      %16 = arith.extui %1 : i1 to i32
      sched.yield %16 : i32
    }
    %7 = arith.cmpi eq, %0, %c1_i32 : i32
    %8 = sched.guard %7 -> (i32) {
      %16 = arith.select %2, %c2_i32, %c1_i32 : i32
      %17 = arith.select %1, %c0_i32, %16 : i32
      sched.yield %17 : i32
    }
    %9 = arith.cmpi eq, %0, %c2_i32 : i32
    %10 = sched.guard %9 -> (i32) {
      %16 = arith.select %3, %c3_i32, %c2_i32 : i32
      %17 = arith.select %1, %c0_i32, %16 : i32
      sched.yield %17 : i32
    }
    %11 = arith.cmpi eq, %0, %c3_i32 : i32
    %12 = sched.guard %11 -> (i32) {
      %16 = arith.select %4, %c1_i32, %c3_i32 : i32
      %17 = arith.select %2, %c2_i32, %16 : i32
      %18 = arith.select %1, %c0_i32, %17 : i32
      sched.yield %18 : i32
    }
    %13 = arith.select %9, %10, %12 : i32
    %14 = arith.select %7, %8, %13 : i32
    %15 = arith.select %5, %6, %14 : i32
    sched.output "m", %15 : i32
    sched.end
  }
  sched.machine @cruise {
    %cst = arith.constant 8.000000e+00 : f32
    %true = arith.constant true
    %c3_i32 = arith.constant 3 : i32
    %c30_i32 = arith.constant 30 : i32
    %c1_i32 = arith.constant 1 : i32
    %c0_i32 = arith.constant 0 : i32
    %c2_i32 = arith.constant 2 : i32
    %false = arith.constant false
    %cst_0 = arith.constant 3.600000e+00 : f32
    %cst_1 = arith.constant 0.000000e+00 : f32
    %cst_2 = arith.constant 0.00999999977 : f32
    %cst_3 = arith.constant 1.000000e+00 : f32
    %cst_4 = arith.constant 8.000000e-02 : f32
    %0 = sched.slot "fby" = 0 : i32 : !sched.slot<i32>
    %1 = sched.slot "fby" = false : !sched.slot<i1>
    %2 = sched.slot "pre" = 0 : i32 : !sched.slot<i32>
    %3 = sched.slot "first" = true : !sched.slot<i1>
    %4 = sched.slot "current" = 0.000000e+00 : f32 : !sched.slot<f32>
    %5 = sched.slot "pre" = false : !sched.slot<i1>
    %6 = sched.slot "first" = true : !sched.slot<i1>
    %7 = sched.slot "word" = 0 : i32 : !sched.slot<i32>
    %8 = sched.slot "fby" = 0.000000e+00 : f32 : !sched.slot<f32>
    %9 = sched.slot "current" = 0.000000e+00 : f32 : !sched.slot<f32>
    %10 = sched.slot "pre" = 0 : i32 : !sched.slot<i32>
    %11 = sched.input "power" : i1
    %12 = sched.input "recall" : i1
    %13 = sched.input "brake" : i1
    %14 = sched.input "turned" : i1
    %15 = sched.input "pedal" : f32
    %16 = sched.input "speed" : f32
    %17 = sched.read %0 : !sched.slot<i32>
    %18 = arith.cmpf oge, %16, %cst : f32
    %19 = arith.xori %13, %true : i1
    %20 = arith.andi %18, %19 : i1
    %21 = arith.cmpi eq, %17, %c3_i32 : i32
    %22 = arith.andi %12, %21 : i1
    %23 = arith.ori %14, %22 : i1
    %24 = arith.andi %20, %23 : i1
    %25 = sched.read %1 : !sched.slot<i1>
    %26 = sched.read %4 : !sched.slot<f32>
    %27 = sched.read %5 : !sched.slot<i1>
    %28 = arith.xori %27, %true : i1
    %29 = sched.read %6 : !sched.slot<i1>
    sched.write %false, %6 : !sched.slot<i1>
    %30 = sched.read %10 : !sched.slot<i32>
    %31 = sched.guard %14 -> (f32) {
      %57 = sched.input "dial" : f32
      %58 = arith.divf %57, %cst_0 : f32
      sched.yield %58 : f32
    }
    %32 = arith.select %14, %31, %26 : f32
    sched.write %32, %4 : !sched.slot<f32>
    %33 = arith.subf %32, %16 : f32
    %34 = arith.cmpi eq, %17, %c0_i32 : i32
    %35 = sched.guard %34 -> (i32) {
      %57 = arith.extui %11 : i1 to i32
      sched.yield %57 : i32
    }
    %36 = arith.cmpi eq, %17, %c1_i32 : i32
    %37 = sched.guard %36 -> (i32) {
      %57 = arith.select %24, %c2_i32, %c1_i32 : i32
      %58 = arith.select %11, %c0_i32, %57 : i32
      sched.yield %58 : i32
    }
    %38 = arith.cmpi eq, %17, %c2_i32 : i32
    %39 = sched.guard %38 -> (i32) {
      %57 = arith.select %20, %c2_i32, %c3_i32 : i32
      %58 = arith.select %11, %c0_i32, %57 : i32
      sched.yield %58 : i32
    }
    sched.guard %25 {
      sched.write %c0_i32, %2 : !sched.slot<i32>
      sched.write %true, %3 : !sched.slot<i1>
      sched.yield
    }
    %40 = sched.read %2 : !sched.slot<i32>
    %41 = arith.addi %40, %c1_i32 : i32
    %42 = sched.read %3 : !sched.slot<i1>
    sched.write %false, %3 : !sched.slot<i1>
    %43 = arith.select %42, %c0_i32, %41 : i32
    %44 = arith.cmpi sge, %43, %c30_i32 : i32
    sched.write %43, %2 : !sched.slot<i32>
    %45 = sched.guard %21 -> (i32) {
      %57 = arith.select %44, %c1_i32, %c3_i32 : i32
      %58 = arith.select %24, %c2_i32, %57 : i32
      %59 = arith.select %11, %c0_i32, %58 : i32
      sched.yield %59 : i32
    }
    %46 = arith.select %38, %39, %45 : i32
    %47 = arith.select %36, %37, %46 : i32
    %48 = arith.select %34, %35, %47 : i32
    sched.write %48, %0 : !sched.slot<i32>
    %49 = arith.cmpi eq, %48, %c2_i32 : i32
    sched.write %49, %5 : !sched.slot<i1>
    %50 = arith.andi %49, %28 : i1
    %51 = arith.select %29, %49, %50 : i1
    %52 = arith.cmpi ne, %48, %c0_i32 : i32
    sched.write %48, %10 : !sched.slot<i32>
    %53 = arith.cmpi ne, %48, %30 : i32
    %54 = arith.select %29, %52, %53 : i1
    sched.write %54, %1 : !sched.slot<i1>
    sched.output "m", %48 : i32
    sched.output "changed", %54 : i1
    sched.guard %51 {
      sched.write %c0_i32, %7 : !sched.slot<i32>
      sched.write %cst_1, %8 : !sched.slot<f32>
      sched.write %cst_1, %9 : !sched.slot<f32>
      sched.yield
    }
    %55 = sched.guard %49 -> (f32) {
      %57 = sched.read %7 : !sched.slot<i32>
      %58 = arith.shrui %c1_i32, %57 : i32
      %59 = arith.trunci %58 : i32 to i1
      %60 = arith.addi %57, %c1_i32 : i32
      %61 = arith.cmpi eq, %60, %c2_i32 : i32
      %62 = arith.select %61, %c0_i32, %60 : i32
      sched.write %62, %7 : !sched.slot<i32>
      %63 = sched.read %9 : !sched.slot<f32>
      %64 = sched.guard %59 -> (f32) {
        %68 = sched.read %8 : !sched.slot<f32>
        %69 = arith.mulf %33, %cst_2 : f32
        %70 = arith.addf %68, %69 : f32
        %71 = arith.cmpf ogt, %70, %cst_1 : f32
        %72 = arith.select %71, %70, %cst_1 : f32
        %73 = arith.cmpf olt, %72, %cst_3 : f32
        %74 = arith.select %73, %72, %cst_3 : f32
        sched.write %74, %8 : !sched.slot<f32>
        %75 = arith.mulf %33, %cst_4 : f32
        %76 = arith.addf %75, %74 : f32
        %77 = arith.cmpf ogt, %76, %cst_1 : f32
        %78 = arith.select %77, %76, %cst_1 : f32
        %79 = arith.cmpf olt, %78, %cst_3 : f32
        %80 = arith.select %79, %78, %cst_3 : f32
        sched.yield %80 : f32
      }
      %65 = arith.select %59, %64, %63 : f32
      sched.write %65, %9 : !sched.slot<f32>
      %66 = arith.cmpf ogt, %65, %15 : f32
      %67 = arith.select %66, %65, %15 : f32
      sched.yield %67 : f32
    }
    %56 = arith.select %49, %55, %15 : f32
    sched.output "throttle", %56 : f32
    sched.guard %54 {
      sched.output "entered", %48 : i32
      sched.yield
    }
    sched.end
  }
}

