package mlr.ir.definition;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.types.IntegerType;

/**
 * The cases of an enumeration that custom syntax writes as a keyword ({@code arith.cmpi slt, …}).
 *
 * @param names keywords in order; the position is the number of the case
 * @param type the integer type in which the case's number is stored; empty when the keyword itself is, as a string
 */
public record EnumAttr(List<String> names, Optional<IntegerType> type) {
  public EnumAttr {
    names = List.copyOf(names);
  }

  /** Cases stored by number in {@code type}, as upstream's {@code I64EnumAttr} and {@code I32EnumAttr}. */
  public static EnumAttr numbered(IntegerType type, String... names) {
    return new EnumAttr(List.of(names), Optional.of(type));
  }

  /** Cases stored as strings. */
  public static EnumAttr named(String... names) {
    return new EnumAttr(List.of(names), Optional.empty());
  }

  /** The attribute of a case. */
  public Optional<Attribute> attribute(String name) {
    int number = names.indexOf(name);
    return number < 0 ? Optional.empty() : Optional.of(type.<Attribute>map(t -> new IntegerAttr(t, number)).orElseGet(() -> new StringAttr(name)));
  }

  /** The keyword of an attribute; empty when it stands for no case. */
  public Optional<String> keyword(Attribute attribute) {
    return switch (attribute) {
      case IntegerAttr number when type.isPresent() && number.type().equals(type.get()) && number.value() >= 0 && number.value() < names.size() ->
          Optional.of(names.get((int) number.value()));
      case StringAttr text when type.isEmpty() && names.contains(text.value()) -> Optional.of(text.value());
      default -> Optional.empty();
    };
  }

  /** The class of the attributes that hold the cases. */
  public Class<? extends Attribute> kind() {
    return type.isPresent() ? IntegerAttr.class : StringAttr.class;
  }
}
