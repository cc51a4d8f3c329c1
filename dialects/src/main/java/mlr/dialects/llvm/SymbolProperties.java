package mlr.dialects.llvm;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.EnumAttr;
import mlr.ir.definition.OpSpec;
import mlr.ir.text.OpParser;
import mlr.ir.types.IntegerType;

/** How the linker treats a global or function, in keywords between its linkage and its name: {@code hidden unnamed_addr}. */
public final class SymbolProperties {
  /** The attributes that custom syntax writes as keywords. */
  static final List<String> ELIDED = List.of("visibility_", "unnamed_addr");

  private static final EnumAttr VISIBILITY = EnumAttr.numbered(IntegerType.I64, "default", "hidden", "protected");
  private static final EnumAttr UNNAMED_ADDRESS = EnumAttr.numbered(IntegerType.I64, "none", "local_unnamed_addr", "unnamed_addr");

  private SymbolProperties() {}

  static void declare(OpSpec<?> spec) {
    spec.attribute(handle("unnamed_addr", UNNAMED_ADDRESS, "0 where the address matters, 1 where it does not in this module, 2 where it never does"));
    spec.attribute(handle("visibility_", VISIBILITY, "0 default, 1 hidden, 2 protected"));
  }

  private static AttributeHandle<IntegerAttr> handle(String name, EnumAttr cases, String what) {
    return new AttributeHandle<>(name, IntegerAttr.class, false, what, value -> cases.keyword(value).isPresent()).orElse(IntegerAttr.i64(0));
  }

  /** Reads the visibility, if it is not the default one. */
  static void parseVisibility(OpParser parser, OperationState state) {
    parse("visibility_", VISIBILITY, parser, state);
  }

  /** Reads what is said of the address. */
  static void parseUnnamedAddress(OpParser parser, OperationState state) {
    parse("unnamed_addr", UNNAMED_ADDRESS, parser, state);
  }

  private static void parse(String name, EnumAttr cases, OpParser parser, OperationState state) {
    parser.parseOptionalKeywordOf(cases.names().subList(1, cases.names().size())).flatMap(cases::attribute).ifPresent(value -> state.attribute(name, value));
  }

  /** The keyword of the visibility with a space behind it; nothing for the default one. */
  public static String visibility(Operation op) {
    return keyword(op, "visibility_", VISIBILITY);
  }

  /** The keyword of what is said of the address with a space behind it, or nothing. */
  public static String unnamedAddress(Operation op) {
    return keyword(op, "unnamed_addr", UNNAMED_ADDRESS);
  }

  private static String keyword(Operation op, String name, EnumAttr cases) {
    return !op.hasAttribute(name) ? "" : op.attribute(name).flatMap(cases::keyword).filter(keyword -> !keyword.equals(cases.names().getFirst())).map(keyword -> keyword + " ").orElse("");
  }
}
