package mlr.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.DialectRegistry;
import mlr.ir.Type;
import mlr.ir.builtin.BuiltinDialect;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.definition.OpDefinition;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.interfaces.AsmAlias;
import org.junit.jupiter.api.Test;

/** Types and attributes of a dialect that text calls by names of theirs. */
final class DialectAliasTest {
  /** {@code #geo.point<1>}. */
  private record Point(long x) implements Attribute, AsmAlias {
    @Override
    public String alias() {
      return "point";
    }

    @Override
    public String dialect() {
      return "geo";
    }

    @Override
    public String toString() {
      return "#geo.point<" + x + ">";
    }
  }

  /** {@code !geo.space<3>}. */
  private record Space(long dimensions) implements Type, AsmAlias {
    @Override
    public String alias() {
      return "r" + dimensions;
    }

    @Override
    public String dialect() {
      return "geo";
    }

    @Override
    public String toString() {
      return "!geo.space<" + dimensions + ">";
    }
  }

  private record Geo() implements Dialect {
    @Override
    public String namespace() {
      return "geo";
    }

    @Override
    public String description() {
      return "Points in spaces.";
    }

    @Override
    public List<OpDefinition<?>> operations() {
      return List.of();
    }

    @Override
    public Optional<Type> parseType(String mnemonic, TypeParser parser) {
      return mnemonic.equals("space") ? Optional.of(new Space(number(parser))) : Optional.empty();
    }

    @Override
    public Optional<Attribute> parseAttribute(String mnemonic, TypeParser parser) {
      return mnemonic.equals("point") ? Optional.of(new Point(number(parser))) : Optional.empty();
    }

    private static long number(TypeParser parser) {
      parser.parsePunctuation("<");
      long number = parser.parseInteger();
      parser.parsePunctuation(">");
      return number;
    }
  }

  private static final String TEXT = """
      !r3_ = !geo.space<3>
      #point = #geo.point<1>
      #point1 = #geo.point<2>
      module {
        "x.y"() {a = #point, b = [#point1, #point]} : () -> !r3_
        "x.z"() {c = !r3_} : () -> tensor<2x!r3_>
      }""";

  @Test
  void areDefinedInFront() {
    assertEquals(TEXT, IrPrinter.print(module(), PrintOptions.DEFAULT).replaceAll("%\\d = ", ""));
  }

  @Test
  void standInFullInLocalScope() {
    assertEquals("\"x.y\"() {a = #geo.point<1>, b = [#geo.point<2>, #geo.point<1>]} : () -> !geo.space<3>",
        IrPrinter.print(module().body().first().orElseThrow()).replaceAll("%\\d = ", ""));
  }

  private static ModuleOp module() {
    var registry = new DialectRegistry().register("builtin", BuiltinDialect::new).register("geo", Geo::new);
    var diagnostics = new DiagnosticEngine();
    return IrParser.parse(new SourceFile("test.mlir", TEXT), registry, ParserOptions.ALLOW_UNREGISTERED, diagnostics).orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
  }
}
