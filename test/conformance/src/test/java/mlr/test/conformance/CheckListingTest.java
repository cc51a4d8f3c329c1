package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mlr check} prints the type and clock of every variable of every node, and warnings with their places. */
@Tag("conformance")
class CheckListingTest {
  @TempDir
  Path scratch;

  private Invocation check(String program) throws IOException {
    return Invocation.mlr(List.of("check", Files.writeString(scratch.resolve("program.mlr"), program).toString()));
  }

  @Test
  void typesAndClocksOfEveryVariable() throws IOException {
    var run = check("""
        type gear = Park | Drive
        node ahead(x : f32) returns (s : f32) let s = x + (s post 0.0); tel
        node smooth<<n : size>>(x : f32[n]) returns (y : f32[n]) var m : f32[n]; let m = zeros fby y; y = 0.5 * (x + m); tel
        node drive(g : gear; c : bool when Drive(g); x : f32) returns (e : bool; y : f32[4,2] when e)
        let
          moving = x when Drive(g);
          turning = moving when not c;
          v = [x, current(current(turning, 0.0 when Drive(g)), 1.0)];
          segment every 4 as e, k carry w = 1.0 do
            z = smooth(v) * w + f32(k) + ahead(x);
            slow = x when 0(01);
            assert slow > 0.0;
          then
            last_z = final z;
            y = all z;
            next w = last_z[0];
          done
        tel
        """);
    assertEquals(0, run.exit(), run::report);
    assertEquals("""
        node ahead (x : f32) returns (s : f32)   -- anticausal, not exported
        node smooth<<2>> (x : f32[2]) returns (y : f32[2])   -- not exported
          m : f32[2]
        node drive (g : gear; c : bool when Drive(g); x : f32) returns (e : bool; y : f32[4,2] when e)
          moving : f32 when Drive(g)
          turning : f32 when Drive(g) when not c
          v : f32[2]
          k : i32   -- position in its segment
          w : f32   -- carried
          z : f32[2]
          slow : f32 when 0(01)
          last_z : f32[2] when e
        """, run.out());
  }

  @Test
  void warningsHavePlaces() throws IOException {
    var run = check("node n(x : f32) returns (y : f32)\nlet\n  spare = x;\n  y = x;\ntel\n");
    assertEquals(0, run.exit(), run::report);
    assertEquals("program.mlr:3:3: warning[unused]: 'spare' is never used\n  spare = x;\n  ^\n",
        run.err().substring(run.err().indexOf("program.mlr")));
  }
}
