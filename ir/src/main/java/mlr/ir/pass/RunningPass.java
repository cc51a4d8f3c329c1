package mlr.ir.pass;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A pass while it runs, as instrumentations see it. */
public record RunningPass(PassDefinition definition, PassOptions options, PassContext context) {
  /** The argument that pipelines name it by. */
  public String argument() {
    return definition.argument();
  }

  /** The argument as a class name, as upstream's dumps have it: {@code SymbolDce} for {@code symbol-dce}. */
  public String title() {
    return Arrays.stream(argument().split("-")).filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
  }
}
