package mlr.dialects.llvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class KeywordAttrTest {
  private static final KeywordAttr INTERNAL = new KeywordAttr("linkage", "internal");

  @Test
  void thoseOfTheSameTextAreEqual() {
    // As the reader makes them, whose strings are objects of their own.
    var same = new KeywordAttr(new String("linkage".toCharArray()), new String("internal".toCharArray()));
    assertEquals(INTERNAL, same);
    assertEquals(INTERNAL.hashCode(), same.hashCode());
  }

  @Test
  void kindAndKeywordTellThemApart() {
    assertNotEquals(INTERNAL, new KeywordAttr("linkage", "external"));
    assertNotEquals(INTERNAL, new KeywordAttr("cconv", "internal"));
    assertNotEquals(INTERNAL, "#llvm.linkage<internal>");
  }
}
