package mlr.frontend.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.grammar.MlrParser.*;
import mlr.frontend.syntax.*;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Builds declarations, equations and types from ANTLR's parse tree; expressions are {@link ExpressionBuilder}'s. */
final class TreeBuilder {
  private final Ranges ranges;
  private final ExpressionBuilder expressions;
  private final DiagnosticEngine diagnostics;
  private boolean failed;

  TreeBuilder(String file, DiagnosticEngine diagnostics) {
    this.ranges = new Ranges(file);
    this.diagnostics = diagnostics;
    this.expressions = new ExpressionBuilder(ranges, this::error);
  }

  /** What is right in a file, so that one bad declaration does not hide the errors in the next. */
  SourceModule module(ModuleContext tree) {
    var declarations = new ArrayList<Declaration>();
    var lost = new ArrayList<>(Soundness.names(tree));
    for (var one : tree.declaration()) {
      failed = false;
      var built = Soundness.isSound(one) ? Optional.of(declaration(one)) : Optional.<Declaration>empty();
      built.filter(_ -> !failed).or(() -> header(one)).ifPresentOrElse(declarations::add,
          () -> lost.addAll(Soundness.names(one, NameContext.class, SignatureContext.class, TypeDefinitionContext.class)));
    }
    return new SourceModule(ranges.file(), declarations, lost);
  }

  /** What the users of a declaration with a wrong body need to know about it. */
  private Optional<Declaration> header(DeclarationContext tree) {
    return tree instanceof NodeDeclarationContext node && Soundness.isSound(node.signature())
        ? Optional.of(new Declaration.Node(signature(node.signature()), Optional.empty(), Optional.empty())) : Optional.empty();
  }

  /** No annotation means anything yet; one that is silently dropped would look as if it did. */
  private void warnOfAnnotations(List<AnnotationContext> annotations) {
    annotations.forEach(a -> diagnostics.warning(ranges.of(a).location(), "the annotation '@" + a.name().getText() + "' is unknown and ignored")
        .code(LanguageCode.UNKNOWN_ANNOTATION));
  }

  private Declaration declaration(DeclarationContext tree) {
    warnOfAnnotations(tree.getRuleContexts(AnnotationContext.class));
    return switch (tree) {
      case ImportDeclarationContext d -> new Declaration.Import(ranges.name(d.name()));
      case ConstDeclarationContext d ->
          new Declaration.Const(ranges.name(d.name()), Optional.ofNullable(d.type()).map(expressions::type), expressions.build(d.expression()));
      case TypeDeclarationContext d -> typeDeclaration(ranges.name(d.name()), d.typeDefinition());
      case ParamDeclarationContext d ->
          new Declaration.Param(ranges.name(d.name()), expressions.type(d.type()), Optional.ofNullable(d.expression()).map(expressions::build));
      case ExternDeclarationContext d ->
          new Declaration.Node(signature(d.signature()), Optional.empty(), Optional.empty());
      case NodeDeclarationContext d -> new Declaration.Node(signature(d.signature()),
          Optional.of(new Block(locals(d.localDeclarations()), equations(d.equation()))),
          Optional.ofNullable(d.contract()).map(ranges::of));
      default -> throw new IllegalStateException("unknown declaration " + tree.getText());
    };
  }

  private Declaration typeDeclaration(Name name, TypeDefinitionContext tree) {
    return switch (tree) {
      case EnumDefinitionContext d -> new Declaration.Enumeration(name, d.name().stream().map(ranges::name).toList());
      case AliasDefinitionContext d -> new Declaration.Alias(name, expressions.type(d.type()));
      case RecordDefinitionContext _ -> new Declaration.RecordType(name);
      default -> throw new IllegalStateException("unknown type definition " + tree.getText());
    };
  }

  private Signature signature(SignatureContext tree) {
    int open = tree.OPEN(1).getSymbol().getTokenIndex();
    var inputs = new ArrayList<VariableSyntax>();
    var outputs = new ArrayList<VariableSyntax>();
    for (var groups : tree.groups()) {
      var into = groups.getStart().getTokenIndex() < open ? inputs : outputs;
      groups.group().forEach(group -> into.addAll(variables(group)));
    }
    var parameters = new ArrayList<StaticParameter>();
    if (tree.staticParameters() != null) {
      tree.staticParameters().staticParameter().forEach(p -> staticParameter(p, parameters));
    }
    return new Signature(tree.FUN() != null, ranges.name(tree.name()), parameters, inputs, outputs);
  }

  private void staticParameter(StaticParameterContext tree, List<StaticParameter> into) {
    switch (tree) {
      case ConstantParameterContext p ->
          p.name().forEach(name -> into.add(new StaticParameter.Constant(ranges.name(name), expressions.type(p.type()))));
      case TypeParameterContext p -> into.add(new StaticParameter.TypeName(ranges.name(p.name())));
      case NodeParameterContext p -> into.add(new StaticParameter.NodeName(signature(p.signature())));
      default -> throw new IllegalStateException("unknown static parameter " + tree.getText());
    }
  }

  private List<VariableSyntax> variables(GroupContext tree) {
    return variables(tree.name(), Optional.of(tree.type()), Optional.ofNullable(tree.clock()));
  }

  private List<VariableSyntax> variables(List<NameContext> names, Optional<TypeContext> type, Optional<ClockContext> clock) {
    var typeSyntax = type.map(expressions::type);
    var conditions = clock.map(c -> c.condition().stream().map(expressions::condition).toList()).orElse(List.of());
    return names.stream().map(name -> new VariableSyntax(ranges.name(name), typeSyntax, conditions)).toList();
  }

  private List<VariableSyntax> locals(List<LocalDeclarationsContext> trees) {
    return trees.stream().flatMap(t -> t.localGroup().stream())
        .flatMap(g -> variables(g.name(), Optional.ofNullable(g.type()), Optional.ofNullable(g.clock())).stream()).toList();
  }

  private List<Equation> equations(List<EquationContext> trees) {
    return trees.stream().map(this::equation).toList();
  }

  private Block block(BlockContext tree) {
    return new Block(locals(tree.localDeclarations()), equations(tree.equation()));
  }

  private Equation equation(EquationContext tree) {
    var range = ranges.of(tree);
    warnOfAnnotations(tree.getRuleContexts(AnnotationContext.class));
    return switch (tree) {
      case DefinitionContext e -> new Equation.Definition(
          e.pattern().target().stream().map(t -> new Equation.Target(ranges.name(t.name()), t.NEXT() != null)).toList(),
          expressions.build(e.expression()), range);
      case AssertionContext e -> new Equation.Assertion(expressions.build(e.expression()), range);
      case ResetBlockContext e -> new Equation.Reset(block(e.block()), expressions.build(e.expression()), range);
      case SegmentContext e -> segment(e, range);
      case ControlContext e -> new Equation.Control(e.controlBlock().getStart().getText(), range);
      default -> throw new IllegalStateException("unknown equation " + tree.getText());
    };
  }

  private Equation.Segment segment(SegmentContext tree, SourceRange range) {
    Optional<Name> end = Optional.empty();
    Optional<Name> counter = Optional.empty();
    Optional<SourceRange> late = Optional.empty();
    boolean resume = false;
    var carries = new ArrayList<Equation.Carry>();
    var seen = new ArrayList<Class<?>>();
    for (var option : tree.headerOption()) {
      if (seen.contains(option.getClass())) {
        error(ranges.of(option), "'" + option.getStart().getText() + "' stands twice in this segment's header");
      }
      seen.add(option.getClass());
      switch (option) {
        case AsOptionContext as -> {
          end = Optional.of(ranges.name(as.name(0)));
          counter = Optional.ofNullable(as.name(1)).map(ranges::name);
        }
        case ResumeOptionContext _ -> resume = true;
        case LateOptionContext l -> late = Optional.of(ranges.of(l));
        case CarryOptionContext c -> c.carry().forEach(one -> carries.add(new Equation.Carry(ranges.name(one.name()),
            Optional.ofNullable(one.type()).map(expressions::type), expressions.build(one.expression()))));
        default -> throw new IllegalStateException("unknown header option " + option.getText());
      }
    }
    return new Equation.Segment(header(tree.header()), end, counter, resume, late, carries, block(tree.block(0)),
        Optional.ofNullable(tree.block(1)).map(this::block), range);
  }

  private Equation.Header header(HeaderContext tree) {
    var range = ranges.of(tree);
    return switch (tree) {
      case EveryHeaderContext h -> new Equation.Header.Every(expressions.build(h.expression()), range);
      case UntilHeaderContext h -> new Equation.Header.Until(expressions.build(h.expression(0)),
          Optional.ofNullable(h.expression(1)).map(expressions::build), range);
      case OverHeaderContext h -> new Equation.Header.Over(h.overItem().stream()
          .map(item -> new Equation.Element(ranges.name(item.name()), expressions.build(item.expression()))).toList(), range);
      default -> throw new IllegalStateException("unknown header " + tree.getText());
    };
  }

  private void error(SourceRange range, String message) {
    failed = true;
    diagnostics.error(range.location(), message).code(LanguageCode.SYNTAX);
  }
}
