import type { Figure } from './plan';

const units: Readonly<Record<string, RegExp>> = {
  h: /^(?:h|hrs?|hours?|時間|小时|小時|시간|horas?|heures?|stunden?|std|ч|часов|часа|saat)$/iu,
  min: /^(?:min|mins|minutes?|分|分钟|분|minutos?|minuten|мин|dk|dakika)$/iu,
  d: /^(?:d|days?|日|人日|天|일|días?|jours?|tage?|дней|дня|gün|person[- ]days?)$/iu,
  w: /^(?:w|wks?|weeks?|週間?|人週|周|주|semanas?|semaines?|wochen?|недел[яьи]|hafta)$/iu,
  sessions: /^(?:sessions?|セッション|회)$/iu,
  points: /^(?:p|pts?|points?|sp|story points|ポイント|点|포인트|puntos?|punkte)$/iu,
};

/** An estimate of one number and one unit: `2h`, `2.5時間`, `1 session`; null for ranges and free text. */
export function effortOf(text: string): { value: number; unit: string } | null {
  const match = /^\s*[~≈約约]?\s*(\d{1,5}(?:[.,]\d{1,2})?)\s*(\p{L}[\p{L} -]{0,14}?)\s*\.?$/u.exec(text);
  const unit = match && Object.keys(units).find((name) => units[name]!.test(match[2]!));
  return match && unit ? { value: Number(match[1]!.replace(',', '.')), unit } : null;
}

/** The same, with the middle of a range: `1-2セッション`, `2 to 3 h`. */
export function meanEffort(text: string): { value: number; unit: string } | null {
  const range =
    /^\s*[~≈約约]?\s*(\d{1,5}(?:[.,]\d{1,2})?)\s*(\p{L}{0,14})\s*(?:[-–—~〜～]|to|から|bis|à)\s*(\d.*)$/u.exec(text);
  if (!range) return effortOf(text);
  const [, from, unit, rest] = range;
  const to = effortOf(rest!);
  const own = unit === '' ? to?.unit : effortOf(`${from}${unit}`)?.unit;
  return to && own === to.unit ? { value: (Number(from!.replace(',', '.')) + to.value) / 2, unit: to.unit } : null;
}

const label =
  /^(?:total|overall|sum|合計|総|全体|总|總|총|전체|gesamt|toplam|всего|общ)\p{L}*\s*(?:の)?\s*(?:estimated?|estimation|estimate|effort|hours|time|見積もり|見積|工数|所要時間|工时|时间|估算|예상|시간|aufwand|schätzung|süre|tahmin|оценка|время)?$|^(?:estimated total|total estimated (?:time|effort|hours)|tiempo total|temps total)$/iu;

/** "Total estimate: 46 h" as label and value. `start` is where `value` stands in the document. */
export function readEffortTotal(name: string, value: string, start: number): { total: Figure; unit: string } | null {
  const effort = label.test(name.trim()) ? effortOf(value) : null;
  const written = effort && /\d+(?:[.,]\d+)?/.exec(value);
  if (!effort || !written) return null;
  const span = { start: start + written.index, end: start + written.index + written[0].length };
  return { total: { value: effort.value, span, approximate: /[~≈約约]/.test(value) }, unit: effort.unit };
}
