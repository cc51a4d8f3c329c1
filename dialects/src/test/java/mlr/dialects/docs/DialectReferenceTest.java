package mlr.dialects.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mlr.dialects.AllDialects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reference pages are those that the definitions give, and every operation is described. */
final class DialectReferenceTest {
  @TestFactory
  Stream<DynamicTest> pageIsCurrent() {
    return DialectReference.pages().entrySet().stream().map(page -> DynamicTest.dynamicTest(page.getKey(),
        () -> assertEquals(page.getValue(), Files.readString(Path.of("../docs/dialects", page.getKey())),
            "run mlr.dialects.docs.DialectReference ../docs/dialects")));
  }

  @TestFactory
  Stream<DynamicTest> operationIsDescribed() {
    var registry = AllDialects.registry();
    return registry.namespaces().stream().flatMap(n -> registry.dialect(n).orElseThrow().operations().stream())
        .map(op -> DynamicTest.dynamicTest(op.name(), () -> {
      assertFalse(op.summary().isBlank(), op.name() + " has no summary");
      assertFalse(op.description().isBlank(), op.name() + " has no description");
    }));
  }
}
