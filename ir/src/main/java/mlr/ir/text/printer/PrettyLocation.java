package mlr.ir.text.printer;

import java.util.stream.Collectors;
import mlr.ir.Location;

/** Locations for people to read, as upstream's {@code --mlir-pretty-debuginfo} writes them. */
final class PrettyLocation {
  private PrettyLocation() {}

  static String of(Location location) {
    return switch (location) {
      case Location.Unknown _ -> "[unknown]";
      case Location.FileLineCol(var file, var line, var column) -> file + ":" + line + ":" + column;
      case Location.Name(var name, Location.Unknown _) -> "\"" + name + "\"";
      case Location.Name(var name, var child) -> "\"" + name + "\"(" + of(child) + ")";
      case Location.CallSite(var callee, var caller) -> of(callee) + " at " + of(caller);
      case Location.Fused(var parts, var metadata) -> metadata.map(m -> "<" + m + ">").orElse("")
          + parts.stream().map(PrettyLocation::of).collect(Collectors.joining(", ", "[", "]"));
    };
  }
}
