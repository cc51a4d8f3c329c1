// Conversions between binary32 and a format of 16 bits, whose numbers binary16.mlir or bfloat16.mlir before this text gives: #shift,
// how many bits of the significand it has fewer; #scale, the power of two between the exponents' biases.

// Exact. A subnormal becomes normal in the multiplication.
func.func private @extend(%half: i16) -> f32 {
  %places = arith.constant #shift
  %scale = arith.constant #scale
  %half_infinity = arith.constant #half_infinity
  %infinity = arith.constant 2139095040 : i32
  %mask = arith.constant 32767 : i32
  %sixteen = arith.constant 16 : i32
  %bits = arith.extui %half : i16 to i32
  %magnitude = arith.andi %bits, %mask : i32
  %sign_bit = arith.xori %bits, %magnitude : i32
  %sign = arith.shli %sign_bit, %sixteen : i32
  %shifted = arith.shli %magnitude, %places : i32
  %small = arith.bitcast %shifted : i32 to f32
  %scaled = arith.mulf %small, %scale : f32
  %finite = arith.bitcast %scaled : f32 to i32
  %wild = arith.ori %shifted, %infinity : i32
  %is_wild = arith.cmpi uge, %magnitude, %half_infinity : i32
  %chosen = arith.select %is_wild, %wild, %finite : i32
  %signed = arith.ori %chosen, %sign : i32
  %result = arith.bitcast %signed : i32 to f32
  return %result : f32
}

// To nearest, ties to even. A subnormal of the narrow format is rounded by adding the number whose last place is its unit.
func.func private @narrow(%x: f32) -> i16 {
  %one = arith.constant 1 : i32
  %places = arith.constant #shift
  %limit = arith.constant #limit
  %least_normal = arith.constant #least_normal
  %magic_bits = arith.constant #magic
  %rebias = arith.constant #rebias
  %half_infinity = arith.constant #half_infinity
  %half_nan = arith.constant #half_nan
  %infinity = arith.constant 2139095040 : i32
  %sign_mask = arith.constant -2147483648 : i32
  %sixteen = arith.constant 16 : i32
  %bits = arith.bitcast %x : f32 to i32
  %sign = arith.andi %bits, %sign_mask : i32
  %magnitude = arith.xori %bits, %sign : i32
  %low = arith.shrui %magnitude, %places : i32
  %odd = arith.andi %low, %one : i32
  %biased = arith.addi %magnitude, %rebias : i32
  %tied = arith.addi %biased, %odd : i32
  %normal = arith.shrui %tied, %places : i32
  %positive = arith.bitcast %magnitude : i32 to f32
  %magic = arith.bitcast %magic_bits : i32 to f32
  %aligned = arith.addf %positive, %magic : f32
  %aligned_bits = arith.bitcast %aligned : f32 to i32
  %subnormal = arith.subi %aligned_bits, %magic_bits : i32
  %is_subnormal = arith.cmpi ult, %magnitude, %least_normal : i32
  %finite = arith.select %is_subnormal, %subnormal, %normal : i32
  %is_nan = arith.cmpi ugt, %magnitude, %infinity : i32
  %wild = arith.select %is_nan, %half_nan, %half_infinity : i32
  %is_wild = arith.cmpi uge, %magnitude, %limit : i32
  %chosen = arith.select %is_wild, %wild, %finite : i32
  %half_sign = arith.shrui %sign, %sixteen : i32
  %signed = arith.ori %chosen, %half_sign : i32
  %result = arith.trunci %signed : i32 to i16
  return %result : i16
}

// To binary32 with an odd last bit when inexact, so that rounding once more is as if done once.
func.func private @narrow_to_odd(%x: f64) -> f32 {
  %one = arith.constant 1 : i32
  %nearest = arith.truncf %x : f64 to f32
  %back = arith.extf %nearest : f32 to f64
  %exact = arith.cmpf ueq, %back, %x : f64
  %x_bits = arith.bitcast %x : f64 to i64
  %back_bits = arith.bitcast %back : f64 to i64
  %bits = arith.bitcast %nearest : f32 to i32
  // Both have one sign, so their bits compare as their magnitudes do.
  %beyond = arith.cmpi ugt, %back_bits, %x_bits : i64
  %below = arith.subi %bits, %one : i32
  %truncated = arith.select %beyond, %below, %bits : i32
  %odd = arith.ori %truncated, %one : i32
  %chosen = arith.select %exact, %bits, %odd : i32
  %result = arith.bitcast %chosen : i32 to f32
  return %result : f32
}

func.func private @narrow_double(%x: f64) -> i16 {
  %single = func.call @narrow_to_odd(%x) : (f64) -> f32
  %result = func.call @narrow(%single) : (f32) -> i16
  return %result : i16
}
