func.func @four_times(%x: i32) -> i32 {
  %0 = demo.twice %x : i32
  %1 = demo.twice %0 : i32
  return %1 : i32
}
