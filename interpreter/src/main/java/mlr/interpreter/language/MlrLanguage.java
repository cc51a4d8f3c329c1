package mlr.interpreter.language;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.stream.Collectors;
import mlr.dialects.AllDialects;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;

/**
 * MLR's IR as a polyglot language: a source is the text of a module at any level, its value an object whose members are
 * the functions (executable) and the nodes (instantiable) of the module.
 */
@TruffleLanguage.Registration(id = MlrLanguage.ID, name = "MLR", defaultMimeType = MlrLanguage.MIME_TYPE, characterMimeTypes = MlrLanguage.MIME_TYPE,
  contextPolicy = TruffleLanguage.ContextPolicy.SHARED)
public final class MlrLanguage extends TruffleLanguage<TruffleLanguage.Env> {
 public static final String ID = "mlr";
 public static final String MIME_TYPE = "text/x-mlir";

 @Override
 protected Env createContext(Env env) {
  return env;
 }

 @Override
 protected CallTarget parse(ParsingRequest request) {
  var source = new SourceFile(request.getSource().getName(), request.getSource().getCharacters().toString());
  var diagnostics = new DiagnosticEngine();
  var module = IrParser.parse(source, AllDialects.registry(), ParserOptions.DEFAULT, diagnostics).filter(parsed -> Verifier.verify(parsed, diagnostics));
  if (module.isEmpty()) {
   throw new ProgramException(diagnostics.all().stream().map(MlrLanguage::show).collect(Collectors.joining("\n")));
  }
  return RootNode.createConstantNode(new ModuleObject(module.get())).getCallTarget();
 }

 private static String show(Diagnostic diagnostic) {
  return diagnostic.location() + ": " + diagnostic.message();
 }
}
