import type { Span } from '../text/span';
import { type DependencyClause, dependencyOn, isSoftName, namesOnlyIds } from './dependencies';
import type { Dependency } from './plan';

const id = String.raw`(?:[A-Za-z]{1,10}(?:[-_][A-Za-z]{1,10})?[-_]?\d+(?:[.-]\d+)*[a-z]?|#\d+|\d+\.\d+(?:\.\d+)*)(?![\p{L}\p{N}])`;
const ids = String.raw`[*_\x60]*${id}(?:[*_\x60]*\s*(?:[,、，/&+]|\s(?:and|und|et|y|e|и|ve)\s|と)\s*[*_\x60]*${id})*[*_\x60]*`;
/** Where a clause starts: at the start of the text, or behind a bracket, dash, comma or full stop. */
const start = String.raw`(?:^|[;,.。、，；:：(（—–·]|\s-\s)\s*`;
const end = String.raw`\s*(?=$|[;,.。、，；)）—–·|])`;

/** In front of what is needed, in ten languages. */
const before = [
  'depends on|dependent on|blocked by|blocked on|waiting (?:for|on)|waits (?:for|on)|needs|requires|after|once|following|starts after|follows',
  '要|前提は|依赖(?:于)?|等待|需要|取决于|阻塞于',
  'depende de|requiere|necesita|después de|tras|bloquead[oa] por|espera a',
  'dépend de|nécessite|après|bloquée? par|attend',
  'hängt ab von|hängt von|abhängig von|benötigt|braucht|nach|blockiert (?:durch|von)|wartet auf',
  'requer|precisa de|depois de|após|aguarda',
  'зависит от|требует|после|жд[её]т|ожидает|заблокирован[оа]?',
].join('|');
/** Behind it, in English and in languages where it stands there. */
const over = String.raw`(?:\s+(?:is|are|has been|have been))?\s+(?:done|complete|completed|merged|finished|landed|lands|ships|shipped)`;
const behind = [
  'の?後(?:に|で)?(?:着手|開始|実施)?|の?完了後(?:に|で)?(?:着手|開始|実施)?|の?完了待ち|に依存(?:する|します)?|待ち|待|が前提|が必要|のあと|次第|がマージされてから|が終わってから',
  '이후|완료 ?후|에 의존|대기|가 필요|이 필요',
  '之后|完成后|完成之后|后(?:开始)?|合并后',
  "'?(?:den|dan|ten|tan) sonra|sonrası|'?(?:e|a|ye|ya) bağlı",
].join('|');

const named = new RegExp(
  String.raw`${start}(?:(?:${before})\s*(?<first>${ids})(?:${over})?|(?<second>${ids})\s*(?:${behind}))${end}`,
  'giu',
);
const likely = new RegExp(`${before}|${behind}`, 'iu');
const each = new RegExp(id, 'giu');

/** Null for none: nearly every line has none. */
export const someOf = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null);

/** Longer texts tell stories. */
const longest = 400;

/**
 * What a note or title says in words that it waits for: `needs A-1`, `small; after A-1, A-2`, `(waits for T3)`, `A-1 の後`. Only clauses
 * that say nothing else, and only names that look like ids: whether the plan has them is seen when all of it is read.
 * @param told Of the same text, what is a dependency already: that may be left out.
 */
export function wordedDependencies(text: string, span: Span, told: DependencyClause | null = null): Dependency[] {
  const source = text.slice(span.start, span.end);
  if (source.length > longest || !/\d/.test(source) || !likely.test(source)) return [];
  if (told && namesOnlyIds(text, told)) {
    const others = [text.slice(span.start, told.span.start), text.slice(told.span.end, span.end)];
    if (!others.some((other) => likely.test(other))) return [];
  }
  const dependencies: Dependency[] = [];
  for (const match of source.matchAll(named)) {
    const list = match.groups!.first ?? match.groups!.second!;
    const from = span.start + match.index + match[0].lastIndexOf(list);
    for (const one of list.matchAll(each)) {
      const at = { start: from + one.index, end: from + one.index + one[0].length };
      dependencies.push(dependencyOn(one[0], at, isSoftName(source)));
    }
  }
  return dependencies;
}
