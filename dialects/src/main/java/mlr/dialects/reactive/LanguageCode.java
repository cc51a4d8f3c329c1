package mlr.dialects.reactive;

import mlr.ir.diagnostics.DiagnosticCode;

/** The kinds of mistakes in MLR programs that are found before they run, and of warnings, as {@code docs/language.md} lists them. */
public enum LanguageCode implements DiagnosticCode {
  SYNTAX("the text does not follow the grammar"),
  MISSING_MODULE("a file or an imported module is not there or is no text"),
  NOT_YET("the language has it, this compiler does not (section 9)"),
  UNDEFINED_NAME("nothing has this name"),
  DUPLICATE_NAME("two declarations have one name"),
  CYCLIC_DECLARATION("a constant or a type is defined by itself"),
  RECURSION("a node contains itself"),
  TYPE_MISMATCH("a value of another element type is needed"),
  SHAPE_MISMATCH("shapes do not fit together"),
  UNKNOWN_TYPE("nothing determines a type"),
  COUNT_MISMATCH("there are more or fewer values than are needed"),
  STATIC_ARGUMENT("a static argument is missing, of the wrong kind, or against another"),
  BAD_SIZE("a size is not known when the program is compiled, or no size of a tensor or segment"),
  LITERAL_RANGE("a number does not fit in its type"),
  POSITION_RANGE("a position is outside its tensor, or not known when the program is compiled"),
  MERGE_CASES("the branches of a merge are not the cases of its condition, each once"),
  STATELESS("something with memory stands in a fun or a constant"),
  MISPLACED("a word stands where it means nothing"),
  DEFINED_TWICE("a variable has two equations in one instant"),
  NEVER_DEFINED("a variable has no equation, or a carried one no next value"),
  NOT_DEFINABLE("an equation for what is defined otherwise, such as an input"),
  UNBOUNDED_SEGMENT("nothing bounds the length of a segment"),
  PARAM_VALUE("a param has no value, or one of another type"),
  NOT_EXPORTABLE("the node that was asked for cannot run on its own"),
  CLOCK_CLASH("streams on different clocks meet"),
  CLOCK_CONDITION("a clock is named by what cannot name one"),
  UNINITIALISED("the undefined first value of a 'pre' is seen"),
  CAUSALITY_CYCLE("a value is needed to compute itself"),
  CAUSALITY_CLOCKS("equations that look both ways in time are on several clocks"),
  CAUSALITY_REACH("equations that look ahead are not all inside one segment"),
  ANTICAUSAL_CONDITION("a condition depends on the future of its segment"),
  ANTICAUSAL_EXIT("a value that depends on the future of its segment is read too early"),
  OUTSIDE_SEGMENT("something looks ahead outside of all segments"),
  UNUSED("a warning: nothing reads this variable"),
  UNKNOWN_ANNOTATION("a warning: the annotation means nothing");

  private final String meaning;

  LanguageCode(String meaning) {
    this.meaning = meaning;
  }

  /** What is wrong, in words. */
  public String meaning() {
    return meaning;
  }
}
