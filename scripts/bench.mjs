// Measures Plan Truth beside its peers: npm run bench -- [--quick] …; see bench/README.md.
import path from 'node:path';
import { exitOnSignals } from './lib/cleanup.mjs';
import { installPeers, installTools } from './lib/install.mjs';
import { bench } from './lib/paths.mjs';
import { run, script } from './lib/run.mjs';

await script(async () => {
  exitOnSignals();
  await installTools();
  // Without them, the rest can be measured: the report says who is absent.
  await installPeers().catch((error) => console.log(String(error instanceof Error ? error.message : error)));
  process.exitCode = await run(process.execPath, [path.join(bench, 'run.mjs'), ...process.argv.slice(2)]);
});
