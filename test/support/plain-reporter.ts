import type { Reporter, TestModule } from 'vitest/node';

/**
 * The last line of a run, alone and without colour, for whoever reads logs with a program:
 * `123 passed, 0 failed, 4 skipped`. A file that does not load,
 * a hook that throws, and an error outside any test count as failed.
 */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      for (const suite of [module, ...module.children.allSuites()]) count.failed += suite.errors().length;
    }
    process.stdout.write(
      `\n${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`,
    );
  }
}
