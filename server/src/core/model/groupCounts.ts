import { groupKindOf } from './names';
import type { GroupCount } from './plan';
import { kindOfPhrase } from './status';
import { normalize, overallWords } from './vocabulary';

/** The kind that a title without a number starts with: "Phase Zero". */
export const leadingKind = (title: string): GroupCount['kind'] | null =>
  groupKindOf(/^[^\p{L}]*(\p{L}+)\s+\p{L}/u.exec(title)?.[1] ?? '');

/** What is written without spaces before and behind such a noun: 完了フェーズ数. */
const joined = /[\s:：/]+|総|全|合計|数|已完成|完成|完了(?:した|済み?)?|완료된?|총|전체|总|共|的/gu;

/**
 * What a label counts, where it is nothing but a noun for parts of the plan and a word for all or for those that are done: "Phases",
 * "Completed phases", "Total milestones". `done`: those that are done.
 */
export function countedGroups(label: string): { kind: GroupCount['kind']; done: boolean } | null {
  const bare = normalize(label).replace(joined, '');
  const compound = /[\u3040-\u9fff\uac00-\ud7a3]/.test(bare) ? groupKindOf(bare) : null;
  // "フェーズ: 2/4" is a place in a row, as is "Phase: 2 of 4".
  if (compound) return bare === normalize(label) ? null : { kind: compound, done: /完了|完成|완료/.test(label) };
  let kind: GroupCount['kind'] | null = null;
  let done = false;
  for (const word of normalize(label).split(/[\s/:]+/)) {
    if (word === '' || /^(?:of|the|are|is|have|been|de|las|los|le|les|der|die)$/.test(word)) continue;
    const group = /^(?:week|weeks)$/.test(word) ? null : groupKindOf(word);
    if (group && kind) return null;
    if (group) kind = group;
    else if (kindOfPhrase(word) === 'done' || kindOfPhrase(word.replace(/s$/, '')) === 'done') done = true;
    else if (!overallWords.includes(word)) return null;
  }
  const many =
    /s(?:\s|$)|phasen|meilensteine|этап(?:ы|ов)|фаз(?:ы)?(?:\s|$)|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Katakana}/u;
  return kind && (done || many.test(normalize(label))) ? { kind, done } : null;
}
