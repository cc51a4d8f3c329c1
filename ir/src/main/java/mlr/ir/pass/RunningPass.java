package mlr.ir.pass;

/** A pass while it runs, as instrumentations see it. */
public record RunningPass(PassElement element, PassContext context) {
  public PassDefinition definition() {
    return element.definition();
  }

  public PassOptions options() {
    return element.options();
  }

  /** The argument that pipelines name it by. */
  public String argument() {
    return definition().argument();
  }

  /** The name that dumps and reports give it. */
  public String title() {
    return definition().title();
  }
}
