package mlr.validation.fuzz;
import java.util.*;
import java.nio.file.*;
public class FuzzMain {
  public static void main(String[] a) throws Exception {
    long t = System.nanoTime();
    var run = new FuzzRun(Long.parseLong(a[1]), Long.parseLong(a[2]), Integer.parseInt(a[3]));
    var passes = mlr.passes.AllPasses.registry();
    var only = a.length > 4 ? List.of(a[4].split(",")) : List.<String>of();
    var r = a[0].equals("broken") ? new BrokenInputFuzzing(passes, Corpus.of(Path.of(System.getProperty("mlr.home"), "test", "lit"))).run(run, n -> {}) : new ModuleFuzzing(passes, only).run(run, n -> {});
    var seen = new TreeMap<String, Integer>();
    for (var f : r.findings()) { var k = f.failure().check().replaceAll("[{][^}]*[}]", "") + " " + f.failure().message().lines().skip(f.failure().message().lines().count() > 1 ? 1 : 0).limit(1).reduce("", String::concat).replaceAll("[0-9]+", "N").replaceAll("'[^']*'", "Q"); if (seen.merge(k, 1, Integer::sum) == 1) System.out.println(f.report().lines().limit(60).map(l -> l.length() > 400 ? l.substring(0, 400) : l).reduce("", (x, y) -> x + y + "\n")); }
    var os = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    System.out.println((System.nanoTime() - t) / 1000000 + " ms, process cpu " + os.getProcessCpuTime() / 1000000 + " ms");
    seen.forEach((k, v) -> System.out.println(v + " x " + k));
    r.counts().forEach((k, v) -> System.out.println(v + " = " + k));
    System.exit(0);
  }
}
