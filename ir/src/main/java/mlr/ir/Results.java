package mlr.ir;

import java.util.List;

/** The results of an operation: the only one itself, as most have, or an array of them. */
sealed interface Results permits OpResult, Results.Several {
  /** No results. */
  Results NONE = new Several(new OpResult[0]);

  /** Any number of results but one. */
  record Several(OpResult[] all) implements Results {}

  /** New results of {@code owner}. */
  static Results of(Operation owner, List<Type> types) {
    int count = types.size();
    if (count == 0) {
      return NONE;
    }
    if (count == 1) {
      return new OpResult(owner, 0, types.get(0));
    }
    var all = new OpResult[count];
    for (int i = 0; i < all.length; i++) {
      all[i] = new OpResult(owner, i, types.get(i));
    }
    return new Several(all);
  }
}
