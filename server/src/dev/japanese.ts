/** The rules' summaries in Japanese, for the manifest. Written by hand; a rule without one fails the generator. */
export const japanese: Readonly<Record<string, string>> = {
  'unmet-dependency': '完了・レビュー中・進行中のチケットが、完了していないものに依存しています。',
  'unknown-dependency': 'どの計画にもないチケットに依存しています。',
  'ambiguous-dependency': '依存先の名前が、複数のチケットに当てはまります。',
  'dependency-cycle': 'チケットの依存関係が循環しています。',
  'needless-block': 'ブロック中のチケットの依存先は、すべて完了しています。',
  'duplicate-ticket': '2 つのチケットの ID が同じです。',
  'unknown-status': '計画で使われていないステータスです。',
  'conflicting-status': '1 つのチケットまたはフェーズに、2 つの異なるステータスがあります。',
  'status-section-mismatch': 'チケットのステータスが、置かれているセクションと食い違っています。',
  'unfinished-parent': '下位のチケットが完了していないのに、チケットが完了とされています。',
  'stale-status': 'フェーズ・セクション・文書のステータスが、そのチケットと合っていません。',
  'blocked-list-mismatch': 'ブロック中の一覧と、チケット自身のステータスが食い違っています。',
  'duplicate-phase': '2 つのフェーズの名前が同じです。',
  'phase-gate': '計画上先のフェーズが完了する前に、後のフェーズの作業が始まっています。',
  'stale-summary': '件数・合計・割合が、チケットのステータスと合っていません。',
  'bar-mismatch': '進捗バーが、横の数字またはフェーズのステータスと合っていません。',
  'stale-focus': '現在の対象とされているものが、すでに完了しています。',
  'over-limit': '一覧の項目数が、見出しの上限を超えています。',
  'stale-date': '「最終更新」の日付が、ファイル自身の内容より古くなっています。',
  overdue: '目標日を過ぎたのに、チケットまたはフェーズが完了していません。',
  'wrong-weekday': '曜日が、横にある日付と合っていません。',
  'malformed-row': '行のセルの数が、表の列の数と合っていません。',
  placeholder: 'テンプレートの記入欄が埋められていません。',
  mojibake: '文字化け: UTF-8 が別の文字コードで読まれています。',
  'unused-waiver': '抑止コメントの対象となる検出結果が、そこにはありません。',
  'unexplained-waiver': '抑止コメントに理由が書かれていません。',
};

/** The descriptions of the rules' options in Japanese, by rule and option. */
export const japaneseOptions: Readonly<Record<string, string>> = {
  'unmet-dependency.statuses': '依存先が完了していないと報告する、チケットのステータス。',
  'unknown-dependency.elsewhere':
    'ワークスペースのどの計画になくてもよい ID の形式。例: `JIRA-#`。`#` は数字、`@` は文字を表します。',
  'stale-summary.tolerance': '割合のずれを何ポイントまで許すか。',
  'stale-summary.meanOfPhases': '全体の割合が、各フェーズの割合の平均であってもよいかどうか。',
  'stale-date.graceDays': '日付が、最新の記録より何日まで古くてもよいか。',
  'over-limit.inProgress': '1 つの計画で同時に進行中にできるチケットの数。`0` は無制限です。',
  'overdue.graceDays': '目標日を何日まで過ぎてもよいか。',
  'overdue.of': '目標日を確かめる対象。`tickets` はチケット、`groups` はフェーズやスプリントなど。',
  'placeholder.allow': '記入欄のように見えて、そうではない文字列。例: `[Project Atlas]`。',
};
