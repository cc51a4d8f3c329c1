package mlr.frontend.syntax;

import java.util.List;
import java.util.Optional;

/** What may stand between {@code let} and {@code tel}. */
public sealed interface Equation {
  /** Where it stands. */
  SourceRange range();

  /**
   * A variable on the left of {@code =}.
   *
   * @param next whether it is {@code next w}, the value of a carried variable in the next segment
   */
  record Target(Name name, boolean next) {
    /** Whether the value is thrown away: {@code _}. */
    public boolean isIgnored() {
      return name.text().equals("_");
    }
  }

  /** {@code (x, y) = e;}. */
  record Definition(List<Target> targets, Expression value, SourceRange range) implements Equation {
    public Definition {
      targets = List.copyOf(targets);
    }
  }

  /** {@code assert e;}. */
  record Assertion(Expression condition, SourceRange range) implements Equation {}

  /** {@code reset … every c}. */
  record Reset(Block body, Expression condition, SourceRange range) implements Equation {}

  /** {@code segment … do … then … done}. */
  record Segment(Header header, Optional<Name> endClock, Optional<Name> counter, boolean resume, Optional<SourceRange> late,
      List<Carry> carries, Block body, Optional<Block> then, SourceRange range) implements Equation {
    public Segment {
      carries = List.copyOf(carries);
    }
  }

  /** {@code switch} and {@code automaton}, which are read but not supported yet. */
  record Control(String keyword, SourceRange range) implements Equation {}

  /** {@code carry w = w0}. */
  record Carry(Name name, Optional<TypeSyntax> type, Expression initial) {}

  /** How long a segment is. */
  sealed interface Header {
    /** Where it stands. */
    SourceRange range();

    /** {@code every n}. */
    record Every(Expression length, SourceRange range) implements Header {}

    /** {@code until c max m}. */
    record Until(Expression condition, Optional<Expression> bound, SourceRange range) implements Header {}

    /** {@code over (x in xs; y in ys)}. */
    record Over(List<Element> elements, SourceRange range) implements Header {
      public Over {
        elements = List.copyOf(elements);
      }
    }
  }

  /** {@code x in xs}: x runs along the leading axis of xs. */
  record Element(Name name, Expression tensor) {}
}
