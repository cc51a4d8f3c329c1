package mlr.frontend.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.SourceModule;
import mlr.frontend.types.Element;

/**
 * Every declaration of the main module and of those it imports, by name. Names are global: two declarations of one name are an error,
 * wherever they stand.
 */
public final class Program {
  private final SourceModule main;
  private final Map<String, Declaration> declarations = new LinkedHashMap<>();
  private final Map<String, Constructor> constructors = new LinkedHashMap<>();

  /** A constructor with its enumeration and its position there. */
  public record Constructor(Name name, Element.Enumeration enumeration, int index) {}

  private Program(SourceModule main) {
    this.main = main;
  }

  /** Collects the declarations of {@code modules}, the main one first, and reports duplicates. */
  public static Program of(List<SourceModule> modules, Report report) {
    var program = new Program(modules.getFirst());
    modules.forEach(module -> module.declarations().forEach(declaration -> program.add(declaration, report)));
    return program;
  }

  private void add(Declaration declaration, Report report) {
    if (declaration instanceof Declaration.Import) {
      return;
    }
    var name = declaration.name();
    var earlier = find(name.text());
    if (earlier.isPresent()) {
      report.error(LanguageCode.DUPLICATE_NAME, name.range(), "'" + name + "' is declared twice").note(earlier.get().range().location(), "first declared here");
      return;
    }
    declarations.put(name.text(), declaration);
    if (declaration instanceof Declaration.Enumeration enumeration) {
      var type = elementType(enumeration);
      for (int i = 0; i < enumeration.constructors().size(); i++) {
        var constructor = enumeration.constructors().get(i);
        var other = find(constructor.text());
        if (other.isPresent()) {
          report.error(LanguageCode.DUPLICATE_NAME, constructor.range(), "'" + constructor + "' is declared twice")
              .note(other.get().range().location(), "first declared here");
        } else {
          constructors.put(constructor.text(), new Constructor(constructor, type, i));
        }
      }
    }
    if (declaration instanceof Declaration.RecordType) {
      report.notYet(name.range(), "record types are");
    }
  }

  private Optional<Name> find(String name) {
    return declaration(name).map(Declaration::name).or(() -> constructor(name).map(Constructor::name));
  }

  /** The file that was asked for. */
  public SourceModule main() {
    return main;
  }

  public Optional<Declaration> declaration(String name) {
    return Optional.ofNullable(declarations.get(name));
  }

  public Optional<Constructor> constructor(String name) {
    return Optional.ofNullable(constructors.get(name));
  }

  /** All declarations, those of the main module first. */
  public List<Declaration> declarations() {
    return List.copyOf(declarations.values());
  }

  /** The names of the declarations of a kind, for suggestions. */
  public List<String> names(Class<? extends Declaration> kind) {
    return declarations.values().stream().filter(kind::isInstance).map(d -> d.name().text()).toList();
  }

  /** The names that may stand for a value: constants, parameters and constructors. */
  public List<String> valueNames() {
    var all = new ArrayList<>(names(Declaration.Const.class));
    all.addAll(names(Declaration.Param.class));
    all.addAll(constructors.keySet());
    return all;
  }

  /** The type that an enumeration declares. */
  public static Element.Enumeration elementType(Declaration.Enumeration declaration) {
    return new Element.Enumeration(declaration.name().text(), declaration.constructors().stream().map(Name::text).toList());
  }
}
