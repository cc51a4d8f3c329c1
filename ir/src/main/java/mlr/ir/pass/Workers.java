package mlr.ir.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import mlr.ir.tool.LargeStack;

/** Threads for passes, started when first needed; their stacks suit deeply nested IR. The calling thread works along. */
final class Workers implements AutoCloseable {
  private static final Runnable END = () -> {};

  private final int threads;
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final List<Thread> started = new ArrayList<>();

  Workers(int threads) {
    this.threads = threads;
  }

  /** No other thread than the caller's. */
  Workers one() {
    return new Workers(1);
  }

  boolean several() {
    return threads > 1;
  }

  /** Does {@code work} on each number below {@code count}, in any order; returns when all is done. What it throws is thrown here. */
  void forEach(int count, IntConsumer work) {
    var next = new AtomicInteger();
    var thrown = new ConcurrentLinkedQueue<RuntimeException>();
    var fatal = new ConcurrentLinkedQueue<Error>();
    int helpers = Math.min(threads, count) - 1;
    var done = new CountDownLatch(helpers);
    Runnable share = () -> {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        try {
          work.accept(i);
        } catch (RuntimeException error) {
          thrown.add(error);
        } catch (Error error) {
          fatal.add(error);
        }
      }
    };
    start(helpers);
    for (int i = 0; i < helpers; i++) {
      tasks.add(() -> {
        share.run();
        done.countDown();
      });
    }
    share.run();
    await(done);
    for (var error : fatal) {
      throw error;
    }
    for (var error : thrown) {
      throw error;
    }
  }

  private void start(int helpers) {
    while (started.size() < helpers) {
      var thread = LargeStack.thread("pass worker " + started.size(), () -> {
        for (var task = take(); task != END; task = take()) {
          task.run();
        }
      });
      thread.setDaemon(true);
      thread.start();
      started.add(thread);
    }
  }

  private Runnable take() {
    try {
      return tasks.take();
    } catch (InterruptedException _) {
      return END;
    }
  }

  private static void await(CountDownLatch done) {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException _) {
        // The operations belong to the workers until they are done.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    started.forEach(_ -> tasks.add(END));
  }
}
