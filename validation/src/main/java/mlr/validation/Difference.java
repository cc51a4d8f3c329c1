package mlr.validation;

import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.validation.subject.Subject;

/**
 * Something that a module does otherwise than the one that it was made from.
 *
 * @param subject the function or node, as in {@code function @f}
 * @param what differs and how, as a predicate of the subject
 * @param location where the subject stands in the source
 * @param inputs what it takes to see the difference, one line each
 * @param before the text of the subject as it was
 * @param after its text as it is
 */
public record Difference(String subject, String what, Location location, List<String> inputs, String before, String after) {
  private static final PrintOptions PRINTING = PrintOptions.DEFAULT.withElisionAbove(16);

  public Difference {
    inputs = List.copyOf(inputs);
  }

  static Difference of(Subject subject, String what, List<String> inputs) {
    return new Difference(subject.title(), what, subject.codeBefore().getFirst().location(), inputs, text(subject.codeBefore()), text(subject.codeAfter()));
  }

  private static String text(List<Operation> code) {
    return code.stream().map(op -> IrPrinter.print(op, PRINTING)).collect(Collectors.joining("\n"));
  }

  /** The difference in one line. */
  public String message() {
    return subject + " " + what;
  }

  /** The inputs in a message. */
  public String inputText() {
    return inputs.stream().map(line -> "\n  " + line).collect(Collectors.joining());
  }
}
