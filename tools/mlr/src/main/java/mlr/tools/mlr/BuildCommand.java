package mlr.tools.mlr;

import java.io.PrintStream;
import java.nio.file.Path;
import mlr.lowering.certificate.CertificateText;
import mlr.lowering.target.Targets;

/**
 * {@code mlr build}: writes a node's object file, C header and certificate, all or none.
 *
 * @param target the target's name
 * @param folder where to
 */
record BuildCommand(ProgramOptions options, String target, Path folder) {
  int run(PrintStream out, PrintStream err) {
    var chosen = Targets.named(target);
    var compilation = new Compilation(options);
    var built = compilation.checked().flatMap(module -> NativeCode.build(compilation, module, compilation.node(module).name(), chosen));
    boolean wrong = compilation.report(err);
    if (wrong || built.isEmpty()) {
      return Mlr.USER_ERROR;
    }
    built.get().write(folder);
    out.print(CertificateText.of(built.get().certificate()));
    return Mlr.SUCCESS;
  }
}
