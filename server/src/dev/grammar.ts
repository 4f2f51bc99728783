import type { StatusKind } from '../core/model/plan';
import { statusSigns, statusWords } from '../core/model/vocabulary';

/**
 * The injection grammars (`syntaxes/`), made from the vocabulary so that what is coloured is what is understood. They
 * see a line at a time and know no columns, so they colour only what is hardly ever prose: ticket ids or a status that
 * fill a table cell, and the id at the start or the status at the end of a list item.
 */
export function grammars(): Record<'table' | 'list', object> {
  return {
    table: grammar('table', 'L:markup.table.markdown -markup.inline.raw -comment', [cell()]),
    list: grammar('list', 'L:markup.list meta.paragraph.markdown -markup.inline.raw -comment', [
      idOfItem(),
      statusOfItem(),
    ]),
  };
}

function grammar(name: string, injectionSelector: string, patterns: object[]): object {
  return {
    comment: 'Generated from server/src/core/model/vocabulary.ts by server/src/dev/grammar.ts: edit those.',
    scopeName: `markdown.plan-truth.${name}`,
    injectionSelector,
    patterns,
  };
}

const kinds: readonly StatusKind[] = ['todo', 'active', 'review', 'done', 'blocked', 'dropped'];

/** Scopes that nearly every theme colours; green, red and blue where a theme knows diffs. */
const scopes: Record<StatusKind, string> = {
  todo: 'variable.other.status.todo.plan-truth',
  active: 'markup.changed.status.active.plan-truth',
  review: 'keyword.control.status.review.plan-truth',
  done: 'markup.inserted.status.done.plan-truth',
  blocked: 'markup.deleted.status.blocked.plan-truth',
  dropped: 'markup.strikethrough.status.dropped.plan-truth',
};
const idScope = 'entity.name.type.ticket-id.plan-truth';
const markScope = 'punctuation.definition.status.plan-truth';

/** Words that fill cells of ordinary tables too often to mean a status there. */
const ordinary = new Set([
  'new',
  'next',
  'now',
  'current',
  'n/a',
  'na',
  'ok',
  'live',
  'hold',
  'skip',
  'duplicate',
  'is',
  'partial',
  'validation',
  'testing',
  'qa',
  '계획',
  '计划',
]);

/** Names of standards look like ticket ids; `P1` and `Q3` are priorities and quarters. */
const noId = '(?!(?:UTF|SHA|ISO|IEC|RFC|AES|RSA|CVE|PEP|GPT|IEEE|HTTP|ASCII|COVID|ES|MD|[PQ]\\d)-|[PQ]\\d\\b)';
const dashed = '(?:[A-Z][A-Z0-9]{0,9}-){1,3}\\d{1,5}[a-z]?(?:\\.\\d{1,3}){0,3}';
const cellId = `${noId}(?:${dashed}|[A-Z]{1,4}\\d{1,4}[a-z]?(?:\\.\\d{1,3}){0,3}|#\\d{1,6})\\b`;
const dashedId = `${noId}${dashed}\\b`;
const itemId = `${noId}(?:${dashed}|(?:TASK|STEP|WP|US|TK|T|E|F|M)\\d{1,4}[a-z]?(?:\\.\\d{1,3}){0,3})\\b`;
/** After the bullet or number, or the box; bold and code are taken in. */
const itemStart = '(?<=[-*+.)] |[-*+.)] \\*\\*|[-*+.)] `|\\] |\\] \\*\\*|\\] `)';
const boxStart = '(?<=[-*+.)] \\[[ xX~/-]\\] |[-*+.)] \\[[ xX~/-]\\] \\*\\*|[-*+.)] \\[[ xX~/-]\\] `|[-*+] \\*\\*)';
const anySign = `(?:${alternatives(Object.keys(statusSigns))})\\x{FE0F}?`;

/**
 * A pipe, and the cell after it where that holds nothing but ids or a status. It matches every pipe, which the Markdown
 * grammar would colour alike: a pattern that matches soon is not searched for to the end of the line, cell after cell.
 */
function cell(): object {
  const ids = `${cellId}(?:[ \\t]*[,、;/&+][ \\t]*${cellId})*`;
  const statuses = kinds.map((kind) => {
    const signs = Object.keys(statusSigns).filter((sign) => statusSigns[sign] === kind);
    return `((?:${anySign}[ \\t]*)?(?i:${wordsOf(kind)})(?:[ \\t]*${anySign})?|(?:${alternatives(signs)})\\x{FE0F}?)`;
  });
  const names = [
    'punctuation.definition.table.markdown',
    markScope,
    idScope,
    ...kinds.map((kind) => scopes[kind]),
    markScope,
  ];
  return {
    match: `(?<!\\\\)(\\|)(?:[ \\t]*(\\*\\*|\`)?(?:(${ids})|${statuses.join('|')})(\\*\\*|\`)?[ \\t]*(?=\\|))?`,
    captures: captures(names),
  };
}

function idOfItem(): object {
  return {
    match: `(?:${itemStart}(${dashedId})|${boxStart}(${itemId}))(?=[:：.)）\\]*\`—–-]|[ \\t]|$)`,
    captures: captures([idScope, idScope]),
  };
}

/** At the end of an item: in brackets, or after a dash or colon. Lower-case words there are prose. */
function statusOfItem(): object {
  const statuses = kinds.map((kind) => `(${wordsOf(kind)})`).join('|');
  const names = [markScope, ...kinds.map((kind) => scopes[kind]), markScope];
  return {
    match: `(?:([(\\[（【\`]|\\*\\*)|(?<=[—–:：-] |：|:\\*\\* ))(?=[\\p{Lu}\\P{ASCII}])(?i:${statuses})([)\\]）】\`]|\\*\\*)?[ \\t]*$`,
    captures: captures(names),
  };
}

function captures(names: readonly string[]): object {
  return Object.fromEntries(names.map((name, i) => [i + 1, { name }]));
}

function wordsOf(kind: StatusKind): string {
  return alternatives(statusWords[kind].filter((word) => !ordinary.has(word)));
}

function alternatives(words: readonly string[]): string {
  const patterns = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/ /g, '[ _-]'));
  return [...new Set(patterns)].join('|');
}
