import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/core/text/edit';
import { SourceText } from '../../server/src/core/text/source';

/** One edit, and what happens around it. */
export interface Step {
  readonly path: string;
  /** Of the text as it is then; UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Plans that are let go before it. */
  readonly rest: readonly string[];
  /** What somebody asks behind it, in this order; null: nobody looks. */
  readonly asks: readonly string[] | null;
}

/** Who looks where a case does not say. */
export const everybody: readonly string[] = ['everybody'];

/**
 * Some plans and what is typed in them: what random tests of edits are about. As a file in `test/cases`:
 *
 *     What went wrong, in words.
 *     //- plan.md
 *     # Plan
 *     //> rest plan.md
 *     //> 1:3-1:7 plan.md "Journey" unseen
 *     //> 1:3 plan.md "A " asks symbols tree
 *
 * `//- path` begins a file, which ends in front of the line break before the next mark, and `//> ` an edit: from line and character to
 * line and character, both from 1, what is typed there as JSON, and who looks at it then; everybody, where that is left out. What
 * cannot be seen is written as in `\u{d}`.
 */
export class Case {
  constructor(
    readonly files: ReadonlyMap<string, string>,
    readonly steps: readonly Step[],
  ) {}

  /** The texts after each step. */
  *versions(): Generator<{ readonly step: Step; readonly texts: ReadonlyMap<string, string> }> {
    const texts = new Map(this.files);
    for (const step of this.steps) {
      const { path, start, end, text } = step;
      texts.set(path, applyEdits(texts.get(path)!, [{ span: { start, end }, newText: text }]));
      yield { step, texts };
    }
  }

  toString(): string {
    const lines = [...this.files].map(([path, text]) => `//- ${path}\n${visible(text)}`);
    const before = new Map(this.files);
    for (const { step, texts } of this.versions()) {
      const source = new SourceText(before.get(step.path)!);
      if (step.rest.length > 0) lines.push(`//> rest ${step.rest.join(' ')}`);
      const asks = step.asks === null ? ' unseen' : step.asks === everybody ? '' : ` asks ${step.asks.join(' ')}`;
      const to = step.end > step.start ? `-${placeOf(source, step.end)}` : '';
      lines.push(`//> ${placeOf(source, step.start)}${to} ${step.path} ${JSON.stringify(step.text)}${asks}`);
      before.set(step.path, texts.get(step.path)!);
    }
    return `${lines.join('\n')}\n`;
  }

  [fc.toStringMethod](): string {
    return `\n${this}`;
  }

  static parse(written: string): Case {
    const [, ...marks] = written.replace(/\n$/, '').split(/(?:^|\n)(?=\/\/[->] )/);
    const files = new Map<string, string>();
    const texts = new Map<string, string>();
    const steps: Step[] = [];
    let rest: readonly string[] = [];
    for (const mark of marks) {
      const [head = ''] = mark.split('\n', 1);
      if (head.startsWith('//- ')) {
        const text = mark
          .slice(head.length + 1)
          .replace(/\\u\{([\da-f]+)\}/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
        files.set(head.slice(4), text);
        texts.set(head.slice(4), text);
        continue;
      }
      if (head.startsWith('//> rest ')) {
        rest = head.slice(9).split(' ');
        continue;
      }
      const found = /^\/\/> (\d+):(\d+)(?:-(\d+):(\d+))? (\S+) (".*?(?<!\\)(?:\\\\)*")(?: (unseen)| asks (.*))?$/.exec(
        head,
      );
      if (!found) throw new Error(`no step: ${head}`);
      const [, line, character, toLine = line, toCharacter = character, path = '', text = '', unseen, asks] = found;
      const source = new SourceText(texts.get(path)!);
      const at = (one?: string, other?: string) => source.line(Number(one) - 1).start + Number(other) - 1;
      const span = { start: at(line, character), end: at(toLine, toCharacter) };
      const newText: string = JSON.parse(text);
      steps.push({ path, ...span, text: newText, rest, asks: unseen ? null : (asks?.split(' ') ?? everybody) });
      texts.set(path, applyEdits(source.text, [{ span, newText }]));
      rest = [];
    }
    return new Case(files, steps);
  }
}

function placeOf(source: SourceText, offset: number): string {
  const line = source.lineAt(offset);
  return `${line + 1}:${offset - source.line(line).start + 1}`;
}

/** Nothing but lines that can be seen, and none that looks like a mark. */
const visible = (text: string): string =>
  text.replace(
    /[\0-\x08\x0b-\x1f\x7f-\xa0\ufeff\u200b-\u200f\u2028\u2029]|\p{Cs}|\\(?=u\{)|(?<=^|\n)\/(?=\/[->] )/gu,
    (char) => `\\u{${char.charCodeAt(0).toString(16)}}`,
  );

export const folder = join(import.meta.dirname, '../cases');

/** The cases that random tests found, by their names. */
export const casesFound = (): [name: string, found: Case][] =>
  readdirSync(folder).map((name) => [name, Case.parse(readFileSync(join(folder, name), 'utf8'))]);

/** Reports a property as fast-check does by itself; what it fails for, made as small as can be, is kept as a file. */
export function keepFailing(details: fc.RunDetails<unknown>): void {
  if (!details.failed) return;
  const found = [details.counterexample].flat().find((one) => one instanceof Case);
  let kept = '';
  if (found) {
    const text = `${String(details.errorInstance).split('\n', 1)[0]}\n\n${found}`;
    const name = join(folder, `${createHash('sha1').update(text).digest('hex').slice(0, 8)}.txt`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(name, text);
    kept = `\nKept in ${name}`;
  }
  throw new Error(`${fc.defaultReportMessage(details)}${kept}`, { cause: details.errorInstance });
}
