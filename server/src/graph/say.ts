import { type Language, type SayOf, speaker } from '../core/text/speaker';

/** What a picture says beside the plan's own words: in English, which is the key, and in Japanese. */
const japanese = {
  Dependencies: '依存関係',
  'not started': '未着手',
  'ready to start': '着手可能',
  ready: '着手可能',
  'in progress': '進行中',
  'in review': 'レビュー中',
  done: '完了',
  blocked: 'ブロック中',
  dropped: '中止',
  'no status': 'ステータスなし',
  'cannot be true': '矛盾あり',
  'needed, and done': '依存 (完了)',
  'needed, not done yet': '依存 (未完了)',
  'wanted, not needed': '推奨 (必須ではない)',
  'critical path': 'クリティカル パス',
  'further than what it needs': '依存先より先に進んでいる',
  'a circle': '循環',
  'Critical path: {0} tickets': 'クリティカル パス: チケット {0} 件',
  'Critical path: {0} tickets, {1}': 'クリティカル パス: チケット {0} 件、{1}',
  '{0} h': '{0} 時間',
  '{0} {0|session|sessions}': '{0} セッション',
  '{0} {0|point|points}': '{0} ポイント',
} as const satisfies Record<string, string>;

export type Template = keyof typeof japanese;

/** Says a text of a picture. */
export type Say = SayOf<Template>;

export const sayIn = (language: Language): Say => speaker(japanese, language);
