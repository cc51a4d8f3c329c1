package mlr.ir;


/** The results of an operation: the only one itself, as most have, or an array of them. */
sealed interface Results permits OpResult, Results.Several {
  /** No results. */
  Results NONE = new Several(new OpResult[0]);

  /** Any number of results but one. */
  record Several(OpResult[] all) implements Results {}

  /** New results of {@code owner}, as {@code state} says. */
  static Results of(Operation owner, OperationState state) {
    int count = state.resultCount();
    if (count == 0) {
      return NONE;
    }
    if (count == 1) {
      return new OpResult(owner, 0, state.resultType(0));
    }
    var all = new OpResult[count];
    for (int i = 0; i < all.length; i++) {
      all[i] = new OpResult(owner, i, state.resultType(i));
    }
    return new Several(all);
  }
}
