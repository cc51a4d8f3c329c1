func.func private @f() // expected-note {{see existing symbol definition here}}
func.func private @f() // expected-error {{redefinition of symbol named 'f'}}

// -----

func.func private @g()
