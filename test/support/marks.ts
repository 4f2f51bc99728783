/**
 * The test language: Markdown that carries its own expectations.
 *
 *     //- docs/PROGRESS.md            a file begins (without it there is one, `plan.md`)
 *     | A-002 | MERGED | A-001$0 |    `$0`: the cursor; two of them: a selection
 *               ^^^^^^ warning unmet-dependency: A-001 is not done
 *
 * A line of carets tells of the last line of text above it; columns are UTF-16 units, after `$0` is taken out. A mark
 * that goes on past its line is drawn up to the line's end, an empty one as one caret. `💡` before the severity: the
 * finding has a safe fix. Without `: message` any message will do; one that ends with `…` gives its beginning.
 */

/** One line of carets, as written. */
export interface Annotation {
  /** Offsets into the file's text, within one line. */
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string | null;
  readonly fix: boolean;
}

export interface FixtureFile {
  readonly path: string;
  readonly uri: string;
  /** Without marks. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** Where `$0` stood; `end` differs from `start` where two of them marked a selection. */
  readonly cursor: { readonly uri: string; readonly start: number; readonly end: number } | null;
}

const header = /^\/\/- (\S+)\s*$/;
const caretLine =
  /^([ \t]*)(\^+)[ \t]+(💡[ \t]*)?(error|warning|info|hint)[ \t]+([a-z][a-z-]*)(?::[ \t]*(.*?))?[ \t]*\r?\n?$/u;

/** Reads marked text. Text that starts with a line break loses that break and the indent its lines share. */
export function parseFixture(marked: string): Fixture {
  const files: FixtureFile[] = [];
  let cursor: Fixture['cursor'] = null;
  let path = 'plan.md';
  let text = '';
  let lineStart = 0;
  let annotations: Annotation[] = [];
  const cursors: number[] = [];

  const finish = () => {
    const uri = uriOf(path);
    if (cursors.length > 0) cursor = { uri, start: cursors[0]!, end: cursors[1] ?? cursors[0]! };
    files.push({ path, uri, text, annotations });
    text = '';
    lineStart = 0;
    annotations = [];
    cursors.length = 0;
  };

  let begun = false;
  for (const line of dedent(marked).split(/(?<=\n)/)) {
    const head = header.exec(line);
    if (head) {
      if (begun) finish();
      path = head[1]!;
      begun = true;
      continue;
    }
    begun = true;
    const carets = caretLine.exec(line);
    if (carets) {
      const start = lineStart + carets[1]!.length;
      annotations.push({
        start,
        end: start + carets[2]!.length,
        severity: carets[4]!,
        rule: carets[5]!,
        message: carets[6] ?? null,
        fix: carets[3] !== undefined,
      });
      continue;
    }
    lineStart = text.length;
    for (const [i, part] of line.split('$0').entries()) {
      if (i > 0) cursors.push(text.length);
      text += part;
    }
  }
  finish();
  return { files, cursor };
}

export const uriOf = (path: string): string => `file:///${path}`;

/** The text with a line of carets under the line of each annotation: the inverse of reading, `$0` aside. */
export function renderAnnotations(text: string, annotations: readonly Annotation[]): string {
  const sorted = [...annotations].sort(
    (a, b) =>
      a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule) || a.severity.localeCompare(b.severity),
  );
  let out = '';
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const end = at + line.length;
    out += line;
    const here = sorted.filter(
      (one) => one.start >= at && (one.start < end || end === text.length) && one.start <= end,
    );
    for (const one of here) {
      if (one.start === end && end === text.length && line.endsWith('\n')) continue;
      if (!out.endsWith('\n')) out += '\n';
      const message = one.message === null ? '' : `: ${one.message}`;
      const carets = '^'.repeat(Math.max(1, Math.min(one.end, at + line.trimEnd().length) - one.start));
      out += `${' '.repeat(one.start - at)}${carets} ${one.fix ? '💡 ' : ''}${one.severity} ${one.rule}${message}\n`;
    }
    at = end;
  }
  return out;
}

/** Template text written indented in a test: without its first line break, the shared indent and the last line's. */
export function dedent(text: string): string {
  if (!text.startsWith('\n')) return text;
  const lines = text.slice(1).split('\n');
  if (/^ *$/.test(lines.at(-1)!)) lines[lines.length - 1] = '';
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const indent = Math.min(...indents, 100);
  return lines.map((line) => line.slice(Math.min(indent, /^ */.exec(line)![0].length))).join('\n');
}
