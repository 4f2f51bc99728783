/** Hovers, the outline, lenses, hints, code actions, completion, rename. */
export const features = {
  // How far something is
  'not started': '未着手',
  'in progress': '進行中',
  'in review': 'レビュー中',
  blocked: 'ブロック中',
  dropped: '中止',
  '{0}/{1} done': '{0}/{1} 完了',
  '{0} ready': '着手可能 {0}',
  '{0} waiting': '待ち {0}',
  'ready to start': '着手可能',
  'waits on {0}': '待ち: {0}',
  '{0} more': 'ほか {0} 件',
  Plan: '計画',
  'No status': 'ステータスなし',
  'No owner': '担当者なし',
  '{0} {0|problem|problems}': '問題 {0} 件',
  '{0} {0|ticket|tickets}': 'チケット {0} 件',

  // The ticket with its context, for an agent
  Status: '状態',
  '{0}, line {1}': '{0} の {1} 行目',
  '{0}, line {1}, in {2}': '{0} の {1} 行目 ({2})',
  'Problems that were found': '見つかった問題',
  'When it is done, set its status in {0} to {1} (one of {2}) and bring the counts along.':
    '完了したら、{0} の状態を {1} に設定し ({2} のいずれか)、件数も合わせて更新してください。',

  // Hovers
  'and {0} more': 'ほか {0} 件',
  Unblocks: 'これを待つもの',
  'Waits on': '待っている依存先',
  'Depends on': '依存先',
  'Depends on what is not done': '完了していない依存先',
  'Not understood': '読み取れない依存先',
  'wanted, not needed': '推奨 (必須ではない)',
  '{0} fits {1}': '{0} に当てはまるもの: {1}',
  '{0} is in no plan': '{0} はどの計画にもありません',
  '{0} is in no plan; did you mean {1}?': '{0} はどの計画にもありません。{1} ではありませんか?',
  '**{0}** is in no plan.': '**{0}** はどの計画にもありません。',
  '**{0}** is in no plan. Did you mean {1}?': '**{0}** はどの計画にもありません。{1} ではありませんか?',
  '**{0}** fits several': '**{0}** に当てはまるもの',
  Owner: '担当',
  Branch: 'ブランチ',
  Priority: '優先度',
  Estimate: '見積もり',
  '**{0} of {1}** tickets of {2}: {3} · {4}%': '{2} のチケット **{1} 件中 {0} 件**: {3} · {4}%',
  Counted: '数えたもの',
  'Not counted': '数えていないもの',

  // Code actions and completion
  'Fix the one finding that has a safe fix': '安全に修正できる検出結果 1 件を修正',
  'Fix all {0} findings that have a safe fix': '安全に修正できる検出結果 {0} 件をすべて修正',
  'Waive {0} for this line': 'この行の {0} を抑止',
  'Waive {0} for this file': 'このファイルの {0} を抑止',
  'Waive {0} for this code block': 'このコード ブロックの {0} を抑止',
  'Set status to {0}': 'ステータスを {0} に設定',
  'Set status to {0} and update the summary': 'ステータスを {0} に設定し、集計も更新',
  'Add a ticket below': '下にチケットを追加',
  'Add a ticket to {0}': '「{0}」にチケットを追加',
  'Add a dependency on {0}': '「{0}」を依存先に追加',
  'Remove the dependency on {0}': '「{0}」を依存先から削除',
  'Move to {0}': '「{0}」に移動',
  'Move {0} tickets to {1}': 'チケット {0} 件を「{1}」に移動',
  'Turn this check list into a table': 'このチェックリストを表にする',
  'Turn this table into a check list': 'この表をチェックリストにする',
  'Sort by dependency order': '依存の順に並べ替え',
  'Refresh the summary': '集計を更新',
  'Insert a summary': '集計を挿入',
  'New row': '新しい行',
  'New task': '新しいタスク',
  'New phase': '新しいフェーズ',
  'New plan': '新しい計画',
  Title: 'タイトル',
  Name: '名前',
  Task: 'タスク',
  Todo: '未着手',
  'Phase {0}': 'フェーズ{0}',
  'First task': '最初のタスク',
  'Second task': '次のタスク',
  'Third task': 'その次のタスク',
  'next free id': '次に使える ID',

  // Rename
  'There is nothing to rename here.': 'ここには名前を変更できるものがありません。',
  'A title has at least one letter.': 'タイトルには 1 文字以上が必要です。',
  '“{0}” is no name for this: it is “{1}”, with another number or letter.':
    '「{0}」はここでは名前として使えません。「{1}」の番号か文字だけを変えてください。',
  '“{0}” is no id: one is up to 24 letters, digits and . _ - / #, with a digit among them.':
    '「{0}」は ID として使えません。ID は文字、数字、. _ - / # からなる 24 文字以内の文字列で、数字を 1 つ以上含みます。',
  '{0} is taken: it is “{1}”.': '{0} は「{1}」で使われています。',
  '“{0}” names more than one ticket: rename one of them at its own id.':
    '「{0}」は複数のチケットを指しています。名前を変えるチケット自身の ID で変更してください。',
  'This is “{0}” by other words: rename it where it stands itself.':
    'これは「{0}」を別の言葉で書いたものです。元の場所で名前を変更してください。',
  'With the name {0}, a line that counts or names it would no longer mean the same.':
    '名前を {0} にすると、それを数えたり指したりしている行が、今と同じものを指さなくなります。',
  'With the name {0}, {1} would not be read as it is now.':
    '名前を {0} にすると、「{1}」が今と同じように読み取られなくなります。',
  '“{0}”, which {1} depends on, would no longer mean the same.':
    '「{1}」の依存先「{0}」が、今と同じものを指さなくなります。',
} as const satisfies Record<string, string>;
