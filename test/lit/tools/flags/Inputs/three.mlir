func.func @f() { return }
// -----
func.func @g() { return }
// ##
func.func @h() { return }
