import type { Snapshot } from '../analysis/snapshot';
import { sayIn } from '../text/say';
import { lineEndOf } from './cells';
import type { Completion } from './completion';
import { snippetOf } from './snippet';

/** A whole plan for a document that says nothing yet, or has a title alone. */
export function newPlan(snapshot: Snapshot, uri: string, offset: number): Completion[] {
  const source = snapshot.source(uri);
  if (!source || source.text.length > longestTitle) return [];
  const line = source.line(source.lineAt(offset));
  const typed = source.slice({ start: line.start, end: offset });
  const others = source.text.slice(0, line.start) + source.text.slice(line.end);
  const title = /^[\ufeff\s]*(#[ \t]+\S[^\r\n]*)?\s*$/.exec(others);
  if (!title || !/^\s*[\p{L}\p{N} ]{0,20}$/u.test(source.slice(line))) return [];
  const say = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(others) ? sayIn('ja') : snapshot.say;
  const label = say('New plan');
  if (!label.toLowerCase().startsWith(typed.trim().toLowerCase())) return [];
  const eol = lineEndOf(source);
  const columns = ['ID', say('Task'), say('Status'), say('Depends on')];
  const todo = say('Todo');
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |${eol}`;
  const head = row(columns) + row(columns.map(() => '---'));
  const text = snippetOf([
    ...(title[1] === undefined ? ['# ', { hold: say('Title') }, eol + eol] : []),
    `## ${say('Phase {0}', 1)}: `,
    { hold: say('Name') },
    `${eol}${eol}${head}| T-1 | `,
    { hold: say('First task') },
    ` | ${todo} | - |${eol}| T-2 | `,
    { hold: say('Second task') },
    ` | ${todo} | T-1 |${eol}${eol}## ${say('Phase {0}', 2)}: `,
    { hold: say('Name') },
    `${eol}${eol}${head}| T-3 | `,
    { hold: say('Third task') },
    ` | ${todo} | ${say('Phase {0}', 1)} |${eol}`,
  ]);
  return [
    {
      type: 'plan',
      label,
      detail: '',
      description: '',
      filter: `${typed}${label}`,
      edit: { span: line, newText: text.plain },
      snippet: text.snippet,
      preferred: false,
    },
  ];
}

/** More than a title is more than nothing. */
const longestTitle = 300;
