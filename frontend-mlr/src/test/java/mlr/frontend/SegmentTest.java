package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mlr.dialects.reactive.PostOp;
import mlr.ir.Location;
import org.junit.jupiter.api.Test;

/** Segments: what headers, parts and exits may say, and what comes of them in the reactive dialect. */
class SegmentTest {
  @Test
  void headersAreChecked() {
    assertEquals(List.of(
        "3:11: this segment has no bound, so no memory suffices for it: write 'until … max m'",
        "4:17: the length of a segment is at least 1, and this is 0",
        "5:29: a size is needed here, and no constant or static parameter is called 'k'",
        "6:30: 'over' runs along the leading axes of tensors of one length; this has type f32[4], and the tensor of 'p' f32[3]",
        "7:23: 'over' runs along the leading axes of tensors of one length; this has type f32"),
        Compiled.of("""
            node n(x : f32; k : i32; v : f32[3]; w : f32[4]) returns (y : f32)
            let
              segment until x > 1.0 do a = x; assert a > 0.0; done
              segment every 0 do b = x; assert b > 0.0; done
              segment until x > 1.0 max k do c = x; assert c > 0.0; done
              segment over (p in v; q in w) do assert p > q; done
              segment over (p1 in x) do assert p1 > 0.0; done
              y = x;
            tel
            """).errors());
  }

  @Test
  void carriesHaveExactlyOneNextValueInThen() {
    assertEquals(List.of(
        "3:25: nothing says how 'w' goes on: the 'then' part needs 'next w = …'",
        "6:8: 'next v' stands in the 'then' part of the segment that carries it",
        "7:8: 'v' is carried: its value for the next segment is given by 'next v = …' in the 'then' part",
        "9:24: 'next v' is defined twice",
        "9:36: 'x' is not carried by this segment, so it has no next value"), Compiled.of("""
        node n(x : f32) returns (y : f32)
        let
          segment every 4 carry w = 0.0 do a = x + w; assert a > 0.0; done
          segment every 4 carry v = 0.0 do
            b = x + v; assert b > 0.0;
          next v = x;
               v = x;
          then
            next v = x;   next v = x; next x = 1.0;
          done
          y = x;
        tel
        """).errors());
  }

  @Test
  void exitsStandInThen() {
    assertEquals(List.of("3:26: 'all' stands in the 'then' part of a segment, and this is not inside one"), Compiled.of("""
        node n(x : f32) returns (y : f32)
        let
          segment every 4 do a = all x; assert a[0] > 0.0; done
          y = x;
        tel
        """).errors());
  }

  @Test
  void variablesOfOverAreInvisibleOutside() {
    assertEquals(List.of("4:7: undefined variable 'a'"), Compiled.of("""
        node n(v : f32[4]) returns (y : f32)
        let
          segment over (x in v) do a = x; assert a > 0.0; done
          y = a;
        tel
        """).errors());
  }

  @Test
  void backwardNodesAreInlinedAndNotExported() {
    var program = """
        node back(x : f32) returns (y : f32) let y = x + (y post 0.0); tel
        node n(x : f32) returns (e : bool; all : f32[8] when e)
        let
          segment every 8 as e do z = back(x); then all = all z; done
        tel
        """;
    var compiled = Compiled.of(program);
    assertTrue(compiled.emits("reactive.post %"), compiled.ir()::toString);
    assertTrue(compiled.emits("reactive.node @n("));
    assertEquals(new Location.CallSite(Location.at("test.mlr", 1, 51), Location.at("test.mlr", 4, 31)),
        compiled.module().orElseThrow().collect(PostOp.class).getFirst().location());
    assertTrue(compiled.ir().stream().noneMatch(line -> line.contains("@back")), compiled.ir()::toString);
    assertEquals(List.of("1:6: node 'back' is anticausal: it exists only inside a segment of the node that uses it and cannot be exported"),
        Compiled.of(program, FrontendOptions.defaults().withNode("back")).errors());
  }

  @Test
  void everyPartOfASegmentIsEmitted() {
    var compiled = Compiled.of("""
        node n(x : f32; stop : bool) returns (s : f32; e : bool; f, i : f32 when e; k : i32)
        let
          segment until stop max 5 as e, k resume carry w = 1.0 do
            s = w * x + (0.0 fby s);
            r = replay(s, 0.0);
            m = final s - r;
          then
            next w = w + 1.0;
            f = final m;
            i = initial s;
          done
        tel
        """);
    assertTrue(compiled.emits("reactive.segment until max 5 resume carry("), compiled.ir()::toString);
    assertTrue(compiled.emits("reactive.replay"));
    assertTrue(compiled.emits("reactive.initial"));
    assertTrue(compiled.emits("reactive.then_yield next("));
    assertTrue(compiled.emits("reactive.segment_yield until("));
    assertTrue(compiled.ir().getFirst().contains("clock = \". on e\", name = \"f\""), compiled.ir().getFirst());
  }

  @Test
  void theSameBodyRunsOverTimeAndSpace() {
    var body = "do h = x + (0.0 fby h); b = h + (b post 0.0); then y = all b; done";
    var time = Compiled.of("node n(x : f32) returns (e : bool; y : f32[4] when e) let segment every 4 as e " + body + " tel");
    var space = Compiled.of("node n(xs : f32[4]) returns (y : f32[4]) let segment over (x in xs) " + body + " tel");
    assertTrue(time.emits("reactive.segment every 4 "), time.ir()::toString);
    assertTrue(space.emits("reactive.segment over 4 elements("), space.ir()::toString);
    assertEquals(operations(time), operations(space));
  }

  private static List<String> operations(Compiled compiled) {
    return compiled.ir().stream().filter(line -> line.startsWith("%")).map(line -> line.replaceAll("%\\w+(#\\d|:\\d)?", "%"))
        .filter(line -> !line.contains("reactive.segment")).toList();
  }
}
