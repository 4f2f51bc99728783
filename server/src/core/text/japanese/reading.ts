/** Why something that looks like plan was not read. */
export const reading = {
  'its box is none that we know': 'このチェックボックスの印は読み取れません',
  'it looks like a box, and is none': 'チェックボックスのように見えますが、そうではありません',
  'it has no title': 'タイトルがありません',
  'no column names the tickets': 'チケットの名前の列がありません',
  'its status column holds no statuses': 'ステータスの列にステータスがありません',
  'a line is too long for a plan': '計画としては長すぎる行があります',
  'it is nested too deep for a plan': '計画としては入れ子が深すぎます',
} as const satisfies Record<string, string>;

export type Reason = keyof typeof reading;
