# Configuration for plain lit, which runs the same files as the JUnit runner, through bin/:
#   python3 /usr/lib/llvm-19/build/utils/lit/lit.py test/lit
import os
import platform

import lit.formats

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
llvm_tools = os.environ.get("LLVM_TOOLS_DIR", "/usr/lib/llvm-19/bin")

config.name = "MLR"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".mlr"]
config.excludes = ["Inputs", "src", "target"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.test_exec_root = os.path.join(config.test_source_root, "target", "lit")
config.available_features.add({"x86_64": "amd64"}.get(platform.machine(), platform.machine()))

config.environment["PATH"] = os.pathsep.join([os.path.join(root, "bin"), llvm_tools, os.environ["PATH"]])
for variable in ("HOME", "JAVA_HOME"):
    if variable in os.environ:
        config.environment[variable] = os.environ[variable]

config.substitutions.append(("%{examples}", os.path.join(root, "examples")))
# Every pass is checked by running the module before and after it, unless the line says otherwise.
config.substitutions.append((r"(?<![\w/.-])mlr-opt(?![\w/.-])(?![^|]*--validate-passes)", "mlr-opt --validate-passes --validation-summary=false"))
