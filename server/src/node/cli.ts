import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit } from '../cli/host';
import { main } from '../cli/main';
import { languageFor, sayIn } from '../cli/say';

const { stdout, stderr, stdin, env } = process;
const say = sayIn(languageFor(process.argv.slice(2), env));
let lost = false;

for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe: no reason to complain.
    if (error.code === 'EPIPE') return;
    lost = true;
    process.exitCode = exit.failure;
    if (stream === stdout) stderr.write(`plan-truth: ${say('the output could not be written: {0}', error.message)}\n`);
  });

const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };

main(process.argv.slice(2), { cwd: process.cwd(), stdout, stderr, stdin, env, now: () => new Date(), version }).then(
  (code) => {
    // Not process.exit: it would cut off what is still on its way into a pipe.
    process.exitCode = lost ? exit.failure : code;
  },
);
