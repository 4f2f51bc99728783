import type { Span } from '../text/span';
import { plain } from './inline';
import { type GroupName, groupNames } from './names';
import type { Group, GroupKind, PhaseOrder } from './plan';
import type { Reading } from './reading';
import { kindOfPhrase } from './status';
import { completeWords, exitWords, gateWords, normalize } from './vocabulary';

/** A line that may say which phase must be complete before which, to be bound when all phases are known. */
export interface PendingGate {
  readonly span: Span;
  /** The phase that the line stands in. */
  readonly within: { readonly kind: GroupKind; readonly key: string } | null;
  /** Normalized; null where the line is a sentence. */
  readonly label: string | null;
  readonly text: string;
}

/** Words without which no line is a gate. */
const likely =
  /gate|criteri|start|begin|until|before|after|once|block|precondition|prerequisite|完了|終|開始|前提|条件|完成|开始|완료|시작|empieza|comienza|commence|beginnt|startet|começa|начинается|başla/iu;

/** Longer lines are prose. */
const longest = 300;

export function readGate(reading: Reading, span: Span, within: PendingGate['within'], label: string | null): void {
  if (span.end - span.start > longest) return;
  const source = reading.text.slice(span.start, span.end);
  const isLabelled = label !== null && (gateWords.includes(label) || exitWords.includes(label));
  if (isLabelled || (label === null && likely.test(source)))
    reading.gates.push({ span, within, label, text: plain(source) });
}

/** The later phase stands first: "Phase B starts when Phase A is done". */
const waits =
  /^\s*(?:can(?:not|'t)?|must not|may|should not|will|does not|do not|only)?\s*(?:only )?(?:be )?(?:starts?|begins?|started|begun|kicks off)?\s*(?:only )?(?:is )?(?:when|after|once|until|before|depends on|requires|is blocked by|is gated by|follows)(?: all of| all tickets of| all tasks of)?\s*$|^\s*(?:は|を|在|는|은)\s*$|^\s*(?:empieza|comienza|commence|beginnt|startet|começa|начинается)\s+(?:sólo |solo |erst )?(?:cuando (?:termine|se complete)|después de|después de que|quand|après|wenn|nach|sobald|quando|após|depois (?:de|da)|после|когда)(?: (?:la|el|le|der|die|a|o))?\s*$/iu;
/** The earlier one does: "Phase A must be complete before Phase B". */
const precedes =
  /^\s*(?:must|has to|needs to|should|is to|shall)\s+(?:be )?\p{L}+\s+before(?: any work (?:on|in))?(?: starting)?\s*$|^\s*(?:gates|blocks|precedes|must precede|is required for|is a prerequisite (?:for|of))\s*$|^\s*(?:の|が)?(?:すべて)?(?:完了|終わっ|終了|マージ)(?:後に?|してから|したら|てから|されてから|後、)、?\s*$|^\s*(?:全部)?(?:完成|结束)(?:之?后)?(?:才能|再|方可)?(?:开始|启动|进入)\s*$|^\s*(?:이|가)?\s*완료(?:된|되면|한)?\s*(?:후|후에)?\s*$/iu;
/** What stands behind the earlier one where it is the second. */
const done =
  /^\s*(?:(?:is|are|has been|ist|está|esté|est|será|seja|будет)\s+)?(?:fully\s+|all\s+|100\s?%\s+)?(?:$|[.。!,;—–(-]|complete|done|finished|merged|closed|over|terminée?|abgeschlossen|fertig|completada|terminada|concluída|завершен)|^\s*の?(?:完了|終了)(?:後|まで)|^\s*が(?:完了|終)|^\s*(?:完成|结束)|^\s*(?:이|가)?\s*완료/iu;
/** Work that waits for nothing, or the opposite of a gate. */
const denied =
  /independent|regardless|in parallel|does(?: not|n't) (?:depend|require|block)|並行|関係なく|並列|无关|并行|병렬/iu;

/** The orders that lines tell in words, each of two phases; the earlier one first. */
export function bindGates({ gates, draft }: Reading): PhaseOrder[] {
  return gates.flatMap(({ span, within, label, text }) => {
    if (denied.test(text)) return [];
    const groups = [...draft.allGroups] as unknown as Group[];
    const named = (name: Pick<GroupName, 'kind' | 'key'>): Group | undefined =>
      draft.group(name.kind, name.key) as unknown as Group | undefined;
    const own = within && groups.find((group) => group.kind === within.kind && group.key === within.key);
    const order = (earlier: Group | null | undefined, later: Group | null | undefined): PhaseOrder[] =>
      earlier && later && earlier !== later ? [{ span, groups: [earlier, later] }] : [];
    const later = (group: Group): Group[] =>
      groups.filter((other) => other.kind === group.kind && other.span.start > group.span.start && other !== group);
    const names = groupNames(text).filter(({ keys }) => keys.length === 1);
    if (label !== null) {
      const value = text.slice(text.search(/[:：]/) + 1);
      const [name] = names;
      if (!own || !name || names.length > 1 || !tellsOfAll(value)) return [];
      const target = named(name);
      // A phase whose own completion is the gate gates the next one.
      if (target === own) return order(own, later(own)[0]);
      return exitWords.includes(label) ? [] : order(target, own);
    }
    if (own && /\b(?:until|before)\b[^.]{0,40}\bthis (?:phase|stage) is (?:complete|done|finished)/iu.test(text))
      return later(own).flatMap((group) => order(own, group));
    const [first, second] = names;
    if (!first || !second || names.length > 2 || first.kind !== second.kind) return [];
    const between = text.slice(first.end, second.start);
    const behind = text.slice(second.end);
    if (precedes.test(between)) return order(named(first), named(second));
    if (
      waits.test(between) &&
      done.test(behind) &&
      !/\bbefore\s*$/.test(between.replace(/(?:not|n't)\b.*\bbefore\s*$/, ''))
    )
      return order(named(second), named(first));
    // "Do not start Phase B until Phase A is complete."
    const forbids = /(?:do not|don't|never|no)\s+(?:start|begin|touch|work on)\s*$/iu.test(text.slice(0, first.start));
    return forbids && /^\s*(?:until|before)\s*$/iu.test(between) ? order(named(second), named(first)) : [];
  });
}

/** "all of Phase A MERGED", "Phase A complete", Phase A の全チケットが MERGED. */
function tellsOfAll(value: string): boolean {
  const [name] = groupNames(value);
  if (!name) return false;
  const rest = value.slice(0, name.start) + value.slice(name.end);
  const words = normalize(rest)
    .split(/[\s,.。、()（）]+/)
    .filter((word) => word !== '');
  const isDone = (word: string): boolean => kindOfPhrase(word) === 'done';
  const plainly = words.every((word) => isDone(word) || completeWords.includes(word) || filling.test(word));
  return words.some(isDone) && (plainly || joined.test(rest));
}

const filling = /^(?:of|the|in|is|are|be|and|must|fully|every|all|100%|tickets?|items?|stories|work|✅|✓|☑)$/u;
/** の全チケットが MERGED */
const joined = /^\s*[のはがを]?(?:全て?|すべて)?の?(?:チケット|タスク|作業)?(?:が|は)?\s*(?:\p{L}+)[。.]?\s*$/u;
