import type { Span } from '../text/span';
import type { TextIssue } from './plan';

const patterns = [
  /\[(?:your|insert|enter|add|fill in|project|name of|nombre|votre|ihr|あなたの|プロジェクト名)\b[^\]\n]{0,60}\](?!\()/giu,
  /(?<![\w`-])YYYY[-/.]MM[-/.]DD(?![\w`-])/gu,
  /<(?:your|insert|enter|project|name)[ _-][^<>\n]{1,40}>/giu,
];

/** Something that one of them takes. */
const likely = /[[<]|YYYY/;

/**
 * The first thing in a text that stands where the author should have written something: `[Your Project Name]`,
 * `YYYY-MM-DD`. Null where there is none. `offset` is where `text` stands in the document.
 */
export function findPlaceholder(text: string, offset: number): TextIssue | null {
  if (!likely.test(text)) return null;
  let first: { span: Span; text: string } | null = null;
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const start = offset + match.index;
      if (isCode(text, match.index) || (first && first.span.start <= start)) continue;
      first = { span: { start, end: start + match[0].length }, text: match[0] };
    }
  return first && { ...first, repair: null };
}

/** In a code span, a placeholder is a format that is talked about. */
function isCode(text: string, at: number): boolean {
  let ticks = 0;
  for (let i = 0; i < at; i++) if (text[i] === '`') ticks++;
  return ticks % 2 === 1;
}
