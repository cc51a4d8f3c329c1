package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A program with words taken out, doubled, swapped or replaced is right or wrong, but never the compiler's fault. */
@Tag("conformance")
class BrokenProgramsTest {
  private static final Pattern TOKEN = Pattern.compile("\\s+|\\w+|->|<<|>>|[^\\w\\s]");
  private static final int MUTANTS = 25;

  @TempDir
  Path scratch;

  @TestFactory
  Stream<DynamicTest> neverAnInternalError() {
    return ConformanceProgram.all().stream().map(ConformanceProgram::program).distinct()
        .map(program -> DynamicTest.dynamicTest(program.getParent().getFileName() + "/" + program.getFileName(), () -> check(program)));
  }

  private void check(Path program) throws IOException {
    var tokens = TOKEN.matcher(Files.readString(program)).results().map(match -> match.group()).toList();
    var random = new Random(tokens.size());
    for (int i = 0; i < MUTANTS; i++) {
      var text = mutant(tokens, random);
      var run = Invocation.mlr(List.of("check", Files.writeString(scratch.resolve("mutant.mlr"), text).toString()));
      assertTrue(run.exit() <= 1, () -> run.report() + text);
      assertTrue(run.exit() == 0 || run.err().contains(": error["), () -> run.report() + text);
    }
  }

  private static String mutant(List<String> tokens, Random random) {
    var broken = new ArrayList<>(tokens);
    for (int i = random.nextInt(2); i >= 0; i--) {
      int at = random.nextInt(broken.size());
      int other = random.nextInt(broken.size());
      switch (random.nextInt(4)) {
        case 0 -> broken.remove(at);
        case 1 -> broken.add(at, broken.get(other));
        case 2 -> broken.set(at, broken.get(other));
        default -> {
          var kept = broken.set(at, broken.get(other));
          broken.set(other, kept);
        }
      }
    }
    return String.join("", broken);
  }
}
