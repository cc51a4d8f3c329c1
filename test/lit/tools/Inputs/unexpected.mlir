func.func private @f() func.func private @f()

// -----

// expected-error@+1 {{no such thing}}
func.func private @g()
