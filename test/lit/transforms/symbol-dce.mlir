// RUN: mlr-opt %s --symbol-dce | FileCheck %s

// Private symbols stay when public ones reach them.

// CHECK-NOT: @unused
// CHECK-NOT: @recursive
// CHECK:     func.func @main
// CHECK:     func.func private @direct
// CHECK:     func.func private @indirect
// CHECK-NOT: @ping
// CHECK-NOT: @pong

func.func private @unused()

func.func private @recursive() {
  call @recursive() : () -> ()
  return
}

func.func @main() {
  call @direct() : () -> ()
  return
}

func.func private @direct() {
  call @indirect() : () -> ()
  return
}

func.func private @indirect()

func.func private @ping() {
  call @pong() : () -> ()
  return
}

func.func private @pong() {
  call @ping() : () -> ()
  return
}
