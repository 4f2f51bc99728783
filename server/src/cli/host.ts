import type { Language } from '../core/text/say';
import type { japanese } from './japanese';
import type { Say } from './say';

/** Where text goes: `process.stdout`, or what a test collects. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** All that the command line has of the world beside the file system. */
export interface World {
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Read only where the path `-` is given. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly version: string;
}

/** What a command has: the world, and the language in which to tell of it. */
export interface Host extends World {
  readonly language: Language;
  readonly say: Say;
}

export const exit = { ok: 0, findings: 1, failure: 2 } as const;

/** Something that the user has to put right before the command can run: a line or more for stderr, exit code 2. */
export class Refusal extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** The host's local date as `YYYY-MM-DD`. */
export function today(host: Host): string {
  const now = host.now();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What a failed file operation means, in words. */
export function reason(say: Say, error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const known = reasons[code ?? ''];
  return known ? say(known) : error instanceof Error ? error.message : String(error);
}

const reasons: Readonly<Record<string, keyof typeof japanese>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'no such file or folder',
  ELOOP: 'a symbolic link that leads to itself',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
};
