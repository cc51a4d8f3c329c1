// The numbers of IEEE binary16 that the functions of half.mlir are written in.
#shift = 13 : i32
#scale = 5.192296858534827628530496329220096e+33 : f32
#limit = 1199570944 : i32
#least_normal = 947912704 : i32
#magic = 1056964608 : i32
#rebias = -939520001 : i32
#half_infinity = 31744 : i32
#half_nan = 32256 : i32
