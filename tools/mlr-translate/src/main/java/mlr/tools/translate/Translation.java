package mlr.tools.translate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import mlr.frontend.FrontendOptions;
import mlr.frontend.MlrFrontend;
import mlr.frontend.ParamBindings;
import mlr.frontend.Source;
import mlr.frontend.types.Scalar;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.binary.BinaryReader;
import mlr.ir.binary.BinaryWriter;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.ParserOptions;
import mlr.ir.tool.InputFile;
import mlr.ir.verify.Verifier;
import mlr.lowering.LoweringException;
import mlr.lowering.UnprovidedSymbols;
import mlr.lowering.build.TargetLowering;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import mlr.lowering.translate.LlvmIrText;
import mlr.models.WeightBindings;

/** The translations there are, each from one form of a program to another. */
enum Translation {
  IMPORT_MLR("--import-mlr", "MLR source to the reactive dialect", true) {
    @Override
    Optional<byte[]> apply(Request request) {
      return source(request).map(Translation::text);
    }
  },
  MLIR_TO_LLVMIR("--mlir-to-llvmir", "the llvm dialect to LLVM IR", true) {
    @Override
    Optional<byte[]> apply(Request request) {
      return lowered(request).map(module -> LlvmIrText.print(module, Targets.named(request.options().target())).getBytes(StandardCharsets.UTF_8));
    }
  },
  MLIR_TO_OBJECT("--mlir-to-object", "the llvm dialect to an object file for --target", true) {
    @Override
    Optional<byte[]> apply(Request request) {
      var target = Targets.named(request.options().target());
      return lowered(request).map(module -> object(module, request.name(), target));
    }
  },
  MLIR_TO_PROTO("--mlir-to-proto", "MLIR text to Protocol Buffers", true) {
    @Override
    Optional<byte[]> apply(Request request) {
      return module(request).map(BinaryWriter::write);
    }
  },
  PROTO_TO_MLIR("--proto-to-mlir", "Protocol Buffers to MLIR text", false) {
    @Override
    Optional<byte[]> apply(Request request) {
      return BinaryReader.read(request.input(), request.name(), request.dialects(), ParserOptions.ALLOW_UNREGISTERED, request.diagnostics()).map(Translation::text);
    }
  };

  /** What a translation works on. */
  record Request(String name, byte[] input, TranslateOptions options, DialectRegistry dialects, DiagnosticEngine diagnostics) {}

  private final String flag;
  private final String description;
  private final boolean readsText;

  Translation(String flag, String description, boolean readsText) {
    this.flag = flag;
    this.description = description;
    this.readsText = readsText;
  }

  String flag() {
    return flag;
  }

  String description() {
    return description;
  }

  /** Whether the input is text, of which diagnostics can show lines. */
  boolean readsText() {
    return readsText;
  }

  /** What starts a comment in the input. */
  String comment() {
    return this == IMPORT_MLR ? "--" : "//";
  }

  /** The translated bytes; empty after an error. */
  abstract Optional<byte[]> apply(Request request);

  private static Optional<ModuleOp> source(Request request) {
    var params = request.options().params().<ParamBindings>map(WeightBindings::read).orElse(ParamBindings.NONE);
    var options = FrontendOptions.defaults().withReal(request.options().real().equals("f64") ? Scalar.F64 : Scalar.F32).withParams(params);
    var source = request.name().equals("-") ? new Source.Text(InputFile.shown(request.name()), new String(request.input(), StandardCharsets.UTF_8)) : new Source.File(Path.of(request.name()));
    return MlrFrontend.compile(source, request.options().node().map(options::withNode).orElse(options), request.dialects(), request.diagnostics());
  }

  private static Optional<ModuleOp> module(Request request) {
    return IrParser.parse(new SourceFile(InputFile.shown(request.name()), new String(request.input(), StandardCharsets.UTF_8)), request.dialects(), ParserOptions.DEFAULT,
        request.diagnostics()).filter(module -> Verifier.verify(module, request.diagnostics()));
  }

  /** A module of the llvm dialect alone. */
  private static Optional<ModuleOp> lowered(Request request) {
    return module(request).filter(module -> {
      var foreign = module.collect(Operation.class).stream().filter(op -> op != module && !op.dialect().equals("llvm")).findFirst();
      foreign.ifPresent(op -> request.diagnostics().error(op.location(), "'" + op.name() + "' has no place in LLVM IR; convert the module to the llvm dialect first, "
          + "with convert-loop-to-llvm or, from a .mlr file, mlr-to-llvm"));
      return foreign.isEmpty();
    });
  }

  private static byte[] object(ModuleOp module, String name, Target target) {
    try {
      return new CodeGenerator(target).object(LlvmIrText.print(module, target), name).bytes();
    } catch (UnprovidedSymbols lacking) {
      throw new LoweringException(lacking.getMessage(), "lower the module for this target: mlr-opt --pass-pipeline='builtin.module(" + TargetLowering.pipeline(target) + ")'");
    }
  }

  private static byte[] text(ModuleOp module) {
    return (IrPrinter.print(module) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
