func.func private @f() func.func private @f()

// -----

// expected-error@+1 {{no such thing}}
func.func private @g()
  // -----
// An indented marker divides, too.
// expected-error-re@+1 {{no {{(}} thing}}
func.func private @g()
