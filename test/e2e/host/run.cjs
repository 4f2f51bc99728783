// Loaded by VS Code into its extension host, in place of an ordinary start.
const { readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

exports.run = async () => {
  const { runSuite } = await import('../harness/suite.mjs');
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.test.cjs'));
  const counts = await runSuite(
    files.map((file) => path.join(__dirname, file)),
    // Marked, to be told from what VS Code itself has to say.
    (line) => console.log(`[test] ${line}`),
  );
  if (process.env.PLAN_TRUTH_REPORT) writeFileSync(process.env.PLAN_TRUTH_REPORT, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
};
