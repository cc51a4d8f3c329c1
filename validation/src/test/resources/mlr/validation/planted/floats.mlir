// MISTAKE: x * 0 = 0
// CHANGE: mulf %x, %c ==> mulf %c, %c
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: f32) -> f32 {
  %c = arith.constant 0.0 : f32
  %y = arith.mulf %x, %c : f32
  return %y : f32
}
// -----
// MISTAKE: x == x is always true
// CHANGE: return %y ==> %t = arith.constant true return %t
// SHOWS: function @f computes something else: result 0 is 0 before and 1 after
// SHOWS: argument 0 = NaN
func.func @f(%x: f32) -> i1 {
  %y = arith.cmpf oeq, %x, %x : f32
  return %y : i1
}
// -----
// MISTAKE: x + 0.0 = x
// CHANGE: return %y ==> return %x
// SHOWS: result 0 is 0.0 (0x0) before and -0.0 (0x8000000000000000) after
// SHOWS: argument 0 = -0.0
func.func @f(%x: f64) -> f64 {
  %c = arith.constant 0.0 : f64
  %y = arith.addf %x, %c : f64
  return %y : f64
}
// -----
// MISTAKE: a minimum that forgets NaN
// CHANGE: minimumf ==> minnumf
// SHOWS: function @f computes something else: result 0 is NaN
func.func @f(%x: f32, %y: f32) -> f32 {
  %z = arith.minimumf %x, %y : f32
  return %z : f32
}
// -----
// MISTAKE: a maximum as comparison and selection
// CHANGE: %z = arith.maximumf %x, %y ==> %c = arith.cmpf ogt, %x, %y : f32 %z = arith.select %c, %x, %y
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: f32, %y: f32) -> f32 {
  %z = arith.maximumf %x, %y : f32
  return %z : f32
}
// -----
// MISTAKE: a sum in another order
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: f32, %y: f32, %z: f32) -> f32 {
  %a = arith.addf %x, %y : f32
  %b = arith.addf %a, %z : f32
  return %b : f32
}
// BECOMES
func.func @f(%x: f32, %y: f32, %z: f32) -> f32 {
  %a = arith.addf %y, %z : f32
  %b = arith.addf %x, %a : f32
  return %b : f32
}
// -----
// MISTAKE: product and sum rounded once
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: f32, %y: f32, %z: f32) -> f32 {
  %a = arith.mulf %x, %y : f32
  %b = arith.addf %a, %z : f32
  return %b : f32
}
// BECOMES
func.func @f(%x: f32, %y: f32, %z: f32) -> f32 {
  %b = math.fma %x, %y, %z : f32
  return %b : f32
}
// -----
// MISTAKE: not (x < y) as x >= y
// SHOWS: function @f computes something else: result 0 is 1 before and 0 after
// SHOWS: NaN
func.func @f(%x: f32, %y: f32) -> i1 {
  %t = arith.constant true
  %a = arith.cmpf olt, %x, %y : f32
  %b = arith.xori %a, %t : i1
  return %b : i1
}
// BECOMES
func.func @f(%x: f32, %y: f32) -> i1 {
  %b = arith.cmpf oge, %x, %y : f32
  return %b : i1
}
// -----
// MISTAKE: a division as a product with the reciprocal
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: f32) -> f32 {
  %c = arith.constant 3.0 : f32
  %y = arith.divf %x, %c : f32
  return %y : f32
}
// BECOMES
func.func @f(%x: f32) -> f32 {
  %c = arith.constant 0.333333343 : f32
  %y = arith.mulf %x, %c : f32
  return %y : f32
}
// -----
// MISTAKE: a constant folded wrong in the last bit
// CHANGE: 2.500000e-01 ==> 2.50000030e-01
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: f32) -> f32 {
  %c = arith.constant 2.500000e-01 : f32
  %y = arith.mulf %x, %c : f32
  return %y : f32
}
// -----
// MISTAKE: a conversion to an integer that was guarded
// SHOWS: function @f computes something else: result 0 is 0 before and poison after
func.func @f(%x: f32) -> i32 {
  %zero = arith.constant 0 : i32
  %limit = arith.constant 1000.0 : f32
  %low = arith.constant -1000.0 : f32
  %a = arith.cmpf olt, %x, %limit : f32
  %b = arith.cmpf ogt, %x, %low : f32
  %c = arith.andi %a, %b : i1
  %y = arith.fptosi %x : f32 to i32
  %z = arith.select %c, %y, %zero : i32
  return %z : i32
}
// BECOMES
func.func @f(%x: f32) -> i32 {
  %zero = arith.constant 0 : i32
  %limit = arith.constant 1000.0 : f32
  %low = arith.constant -1000.0 : f32
  %a = arith.cmpf olt, %x, %limit : f32
  %b = arith.cmpf ogt, %x, %low : f32
  %c = arith.andi %a, %b : i1
  %y = arith.fptosi %x : f32 to i32
  %m = arith.extsi %c : i1 to i32
  %z = arith.andi %y, %m : i32
  return %z : i32
}
