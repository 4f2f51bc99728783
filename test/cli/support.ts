import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { Host } from '../../server/src/cli/host';
import { main } from '../../server/src/cli/main';
import { dedent } from '../support/marks';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder with these files, gone after the test. Text is dedented as in the fixture language. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plan-truth-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? dedent(content) : content);
  }
  return folder;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunWith {
  readonly stdin?: string | Uint8Array;
  readonly env?: Host['env'];
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly now?: Date;
}

/** The command line in this process, as if started in `cwd`. */
export async function run(cwd: string, argv: readonly string[], options: RunWith = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const { isTTY, columns } = options;
  const code = await main(argv, {
    cwd,
    stdout: { write: (text) => (out += text), isTTY, columns },
    stderr: { write: (text) => (err += text), isTTY, columns },
    stdin: (async function* () {
      yield options.stdin ?? '';
    })(),
    env: options.env ?? {},
    now: () => options.now ?? new Date(2026, 2, 14, 12),
    version: '1.2.3',
  });
  return { code, out, err };
}
