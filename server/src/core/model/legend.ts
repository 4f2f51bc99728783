import { plain, withoutSigns } from './inline';
import type { LegendEntry, StatusKind } from './plan';
import { kindOfPhrase, readStatus } from './status';
import { normalize } from './vocabulary';

/**
 * What one of the plan's statuses means: by a description that is a status itself ("WAITING: not started"), else by its own
 * word, else by a status that the description mentions.
 */
export function legendKind(text: string, meaning: string): StatusKind | null {
  const described = withoutSigns(plain(meaning));
  const head = described.split(/[(（,，、;；。.:：]/)[0]!.trim();
  return (
    kindOfPhrase(described) ??
    kindOfPhrase(head) ??
    kindOfPhrase(withoutSigns(plain(text))) ??
    (described === '' ? null : kindIn(meaning)) ??
    readStatus(text, [])?.kind ??
    null
  );
}

/** The kind that a description names: its start as a status, else any status phrase in it. */
function kindIn(meaning: string): StatusKind | null {
  const started = readStatus(meaning, []);
  if (started?.kind) return started.kind;
  const parts = normalize(withoutSigns(plain(meaning))).split(/[\s、。,.;:()（）/|]+/);
  for (let n = Math.min(4, parts.length); n > 0; n--)
    for (let i = 0; i + n <= parts.length; i++) {
      const kind = kindOfPhrase(parts.slice(i, i + n).join(' '));
      if (kind) return kind;
    }
  return null;
}

/**
 * The entries of a line such as `**Status key:** Complete | In Progress | Planned` or `✅ Done · 🔄 In progress`. Offsets
 * are those of `text`, which is what stands behind the label. Fewer than two statuses are no legend.
 */
export function legendLine(text: string, offset: number): LegendEntry[] {
  const separator = text.includes('|')
    ? /\|/
    : text.includes('·')
      ? /·/
      : text.includes(' / ')
        ? /\s\/\s/
        : /[,、，;；]/;
  const entries: LegendEntry[] = [];
  let at = 0;
  for (const part of text.split(new RegExp(separator.source))) {
    const start = text.indexOf(part, at);
    at = start + part.length;
    const body = plain(part).replace(/[.。]$/, '');
    if (body === '') continue;
    const [word = '', meaning = ''] = splitMeaning(body);
    const kind = legendKind(word, meaning);
    if (kind === null && entries.length === 0 && body.split(' ').length > 4) return [];
    const lead = part.length - part.trimStart().length;
    entries.push({
      text: word,
      meaning,
      kind,
      span: { start: offset + start + lead, end: offset + start + part.trimEnd().length },
    });
  }
  return entries.length >= 2 && entries.filter((entry) => entry.kind).length * 2 >= entries.length ? entries : [];
}

/** `OPEN — not started`, `✅ = done`, `🔄 In progress` → word and meaning. */
export function splitMeaning(text: string): [string, string] {
  const explicit = /^(.{1,40}?)\s*(?:=|:|：|→|–|—|\s-\s)\s*(.+)$/u.exec(text);
  if (explicit) return [explicit[1]!.trim(), explicit[2]!.trim()];
  const words = withoutSigns(text);
  if (words !== text && words !== '') return [text.slice(0, text.length - words.length).trim() || text, words];
  return [text, ''];
}
