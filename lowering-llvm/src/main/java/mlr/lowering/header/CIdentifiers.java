package mlr.lowering.header;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names in C and C++ for names of a program: keywords get an underscore behind them, and no two names of one scope become the same. */
final class CIdentifiers {
  private static final Set<String> KEYWORDS = Set.copyOf(List.of(("alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class "
      + "compl concept const const_cast consteval constexpr constinit continue co_await co_return co_yield decltype default delete do double "
      + "dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq "
      + "nullptr operator or or_eq private protected public register reinterpret_cast requires restrict return short signed sizeof static "
      + "static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename union unsigned using virtual "
      + "void volatile wchar_t while xor xor_eq").split(" ")));

  private final Set<String> taken = new HashSet<>();

  /** The identifier for {@code name}, not yet given to another name of this scope. */
  String of(String name) {
    var identifier = name.replaceAll("[^A-Za-z0-9_]", "_");
    if (identifier.isEmpty() || Character.isDigit(identifier.charAt(0))) {
      identifier = "_" + identifier;
    }
    while (KEYWORDS.contains(identifier) || !taken.add(identifier)) {
      identifier += "_";
    }
    return identifier;
  }
}
