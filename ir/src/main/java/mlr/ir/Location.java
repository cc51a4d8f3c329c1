package mlr.ir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Where an operation comes from; the five kinds of upstream MLIR's builtin locations, printed in
 * the same text ({@code "f.mlr":3:7}, {@code "x"("f.mlr":3:7)}, {@code callsite(… at …)},
 * {@code fused[…]}, {@code unknown}).
 */
public sealed interface Location {
  /** No known origin. */
  Location UNKNOWN = new Unknown();

  /** The location that carries no information. */
  record Unknown() implements Location {
    @Override
    public String toString() {
      return "unknown";
    }
  }

  /** A place in a file; line and column count from 1. */
  record FileLineCol(String file, int line, int column) implements Location {
    @Override
    public String toString() {
      return quote(file) + ":" + line + ":" + column;
    }
  }

  /** A name from the source (a variable, say) with the place it stands for. */
  record Name(String name, Location child) implements Location {
    @Override
    public String toString() {
      return child instanceof Unknown ? quote(name) : quote(name) + "(" + child + ")";
    }
  }

  /** A place in a callee together with the place of the call it was inlined from. */
  record CallSite(Location callee, Location caller) implements Location {
    @Override
    public String toString() {
      return "callsite(" + callee + " at " + caller + ")";
    }
  }

  /** Several places that became one operation, with optional metadata. */
  record Fused(List<Location> parts, Optional<Attribute> metadata) implements Location {
    public Fused {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      var inner = new StringBuilder("fused");
      metadata.ifPresent(m -> inner.append('<').append(m).append('>'));
      return inner.append(parts).toString();
    }
  }

  /**
   * Several places as one, in upstream's normal form: fused places without metadata of their own, or with the same, are taken apart,
   * unknown places and repetitions left out; what remains of one place without metadata is that place.
   */
  static Location fused(List<Location> parts, Optional<Attribute> metadata) {
    var places = new LinkedHashSet<Location>();
    for (var part : parts) {
      if (part instanceof Fused inner && (inner.metadata().isEmpty() || inner.metadata().equals(metadata))) {
        places.addAll(inner.parts());
      } else if (!(part instanceof Unknown)) {
        places.add(part);
      }
    }
    if (places.isEmpty()) {
      return metadata.isEmpty() ? UNKNOWN : new Fused(List.of(UNKNOWN), metadata);
    }
    return places.size() == 1 && metadata.isEmpty() ? places.getFirst() : new Fused(List.copyOf(places), metadata);
  }

  /** A file location with the given 1-based line and column. */
  static Location at(String file, int line, int column) {
    return new FileLineCol(file, line, column);
  }

  /** The first file position that this location leads to. */
  default Optional<FileLineCol> filePosition() {
    return switch (this) {
      case Unknown _ -> Optional.empty();
      case FileLineCol position -> Optional.of(position);
      case Name name -> name.child().filePosition();
      case CallSite call -> call.callee().filePosition().or(() -> call.caller().filePosition());
      case Fused fused -> fused.parts().stream().flatMap(l -> l.filePosition().stream()).findFirst();
    };
  }

  /** The source name this location carries, for messages that speak of variables. */
  default Optional<String> sourceName() {
    return switch (this) {
      case Unknown _, FileLineCol _ -> Optional.empty();
      case Name name -> Optional.of(name.name());
      case CallSite call -> call.callee().sourceName();
      case Fused fused -> fused.parts().stream().flatMap(l -> l.sourceName().stream()).findFirst();
    };
  }

  private static String quote(String text) {
    return mlr.ir.text.Quoting.quote(text);
  }
}
