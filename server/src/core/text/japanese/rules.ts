/** Findings, the places that explain them, and the titles of their fixes. */
export const rules = {
  // Shared
  '{0}': '「{0}」',
  '{0}: {1}': '{0}: {1}',
  '{0}, {1}': '{0}、{1}',
  '{0} or {1}': '{0}、または {1}',
  '{0} and {1}': '{0}、{1}',
  '{0} is {1}': '「{0}」は「{1}」です',
  '{0} has no status': '「{0}」にはステータスがありません',
  'Change to {0}': '「{0}」に変更',
  'Change {0} to {1}': '{0} を {1} に変更',
  'Change {0} to {1} and {2} more': '{0} を {1} に変更 (ほか {2} か所)',
  'Phase {0}': 'フェーズ {0}',
  'Sprint {0}': 'スプリント {0}',
  'Epic {0}': 'エピック {0}',
  'Milestone {0}': 'マイルストーン {0}',
  'Section {0}': 'セクション {0}',
  done: '完了',
  remaining: '未完了',

  // Dependencies
  '{0} is {1} but depends on {2}': '「{0}」は「{1}」ですが、依存先の{2}が完了していません',
  '{0}, which is {1}': '「{0}」({1})',
  '{0}, which is not finished': '「{0}」',
  '{0}, and on {1}': '{0}と{1}',
  'where the plan says so': '依存関係が書かれている場所',
  '{0} could be {1}': '「{0}」が指すものを 1 つに決められません: {1}',
  '{0} depend on each other in a circle': '依存関係が循環しています: {0}',
  '{0} depends on {1}': '「{0}」は「{1}」に依存しています',
  '{0} is {1}, but {2} is done': '「{0}」は「{1}」ですが、依存先の {2} は完了しています',
  '{0} is {1}, but {2} are done': '「{0}」は「{1}」ですが、依存先の {2} はすべて完了しています',
  '{0} depends on {1}, which no plan has': '「{0}」の依存先「{1}」は、どの計画にもありません',
  '{0} depends on {1}, which no plan has; did you mean {2}?':
    '「{0}」の依存先「{1}」は、どの計画にもありません。「{2}」ではありませんか?',

  // Statuses
  '{0} is no status of this plan': '「{0}」は、この計画で使われているステータスではありません',
  '{0} is no status of this plan; did you mean {1}?':
    '「{0}」は、この計画で使われているステータスではありません。「{1}」ではありませんか?',
  '{0} {0|ticket|tickets} in progress, but the settings allow {1}':
    '進行中のチケットが {0} 件ありますが、設定の上限は {1} 件です',
  '{0} has the title of {1} here': '{0}がここでは「{1}」の題名になっています',
  '{0} is {1}, but {2} beside it': '「{0}」は「{1}」ですが、その横には「{2}」とあります',
  '{0} is {1} here, but {2} in line {3}': '「{0}」はここでは「{1}」ですが、{3} 行目では「{2}」です',
  '{0} is {1} in the section "{2}"': '「{0}」は「{1}」ですが、セクション「{2}」に置かれています',
  'the section "{0}"': 'セクション「{0}」',
  '{0} is {1}, but "{2}" below it is open': '「{0}」は「{1}」ですが、その下の「{2}」が完了していません',
  '{0} is {1}, but "{2}" and {3} more below it are open':
    '「{0}」は「{1}」ですが、その下の「{2}」ほか {3} 件が完了していません',
  'The document': 'この文書',
  '{0} is {1}, but {2} of {3} tickets {2|is|are} not done':
    '「{0}」は「{1}」ですが、チケット {3} 件中 {2} 件が完了していません',
  '{0} is {1}, but {2} of {3} tickets {2|is|are} done':
    '「{0}」は「{1}」ですが、チケット {3} 件中 {2} 件が完了しています',
  '{0} is {1}, but its one ticket is done': '「{0}」は「{1}」ですが、ただ 1 件のチケットは完了しています',
  '{0} is {1}, but all {2} tickets are done': '「{0}」は「{1}」ですが、チケット {2} 件はすべて完了しています',
  '{0} of {1} tickets in the section "{2}" are done': 'セクション「{2}」のチケット {1} 件中 {0} 件が完了しています',
  '{0} is in the list of what is blocked, but it is {1}': '「{0}」はブロック中の一覧にありますが、「{1}」です',
  '{0} is {1}, but not in the list of what is blocked': '「{0}」は「{1}」ですが、ブロック中の一覧にありません',
  'Nothing is said to be blocked, but {0} is {1}': 'ブロック中のものはないと書かれていますが、「{0}」は「{1}」です',
  '{0} is the id of two tickets: "{1}" here and "{2}" before':
    'ID「{0}」が 2 つのチケットに付いています: ここの「{1}」と、前にある「{2}」',
  '{0} is also "{1}"': '「{0}」は「{1}」にもあります',
  '{0} is {1}, but {2} comes first and is not complete':
    '「{0}」は「{1}」ですが、先に行うはずの「{2}」が完了していません',
  'the order of the phases': 'フェーズの順序',

  // Figures and dates
  '{0} of {1}': '{1} 件中 {0} 件',
  'the plan': 'この計画',
  'Says {0} tickets, but {1} has {2}': 'チケットが {0} 件と書かれていますが、「{1}」には {2} 件あります',
  'Says {0}, but {1} has {2} of {3} {4}': '{0}と書かれていますが、「{1}」では {3} 件中 {2} 件が「{4}」です',
  'Says {0}, but {1} has {2} of {3} {4} ({5}%)':
    '{0} と書かれていますが、「{1}」では {3} 件中 {2} 件が「{4}」です ({5}%)',
  'Says {0}, but the plan has {1}: {2}': '{0} と書かれていますが、この計画には {1} 件あります: {2}',
  'Says {0}, but the estimates add up to {1}': '{0} と書かれていますが、見積もりの合計は {1} です',
  'The bar shows {0}%, the number beside it {1}%': '進捗バーは {0}% ですが、横の数字は {1}% です',
  'The bar shows {0}%, but {1} of {2} tickets {1|is|are} done':
    '進捗バーは {0}% ですが、完了しているチケットは {2} 件中 {1} 件です',
  'Redraw the bar for {0}%': '進捗バーを {0}% に描き直す',
  'The focus is {0}, which is finished': '現在の対象は「{0}」とされていますが、すでに完了しています',
  'Last updated {0}, but {1} in line {2}': '最終更新は {0} ですが、{2} 行目では {1} です',
  'last updated {0}': '最終更新 {0}',
  'Last updated {0}, but there is an entry of {1}': '最終更新は {0} ですが、{1} の記録があります',
  'entry of {0}': '{0} の記録',
  '{0} {0|entry|entries}, but the heading allows {1}': '項目が {0} 件ありますが、見出しの上限は {1} 件です',
  'at most {0}': '上限 {0} 件',
  '{0} is {1}, and its target was {2}': '「{0}」は「{1}」ですが、目標日は {2} でした',
  '{0} is a {1}': '{0} の曜日は {1} です',

  // Text and waivers
  '{0} {0|cell|cells}, but the table has {1} {1|column|columns}': 'セルは {0} 個ですが、表の列は {1} 個です',
  '{0} was never filled in': '{0} が記入されていません',
  '{0} is garbled, and what it was is lost': '{0} は文字化けしており、元の文字は失われています',
  '{0} is a garbled {1}': '{0} は {1} が文字化けしたものです',
  'Repair to {0}': '{0} に修復',
  'Repair to {0} and {1} more on the line': '{0} に修復 (同じ行のほか {1} か所も)',
  'this waiver does not say why': 'この抑止コメントには理由がありません',
  'there is no comment {0}': '{0} というコメントはありません',
  'there is no comment {0}; did you mean {1}?': '{0} というコメントはありません。{1} ではありませんか?',
  'there is no rule {0}': '{0} というルールはありません',
  'there is no rule {0}; did you mean {1}?': '{0} というルールはありません。{1} ではありませんか?',
  'no plan-truth-disable above is ended here': 'ここで終わる plan-truth-disable が、これより上にありません',
  'no plan-truth-disable of {0} above is ended here':
    'ここで終わる {0} の plan-truth-disable が、これより上にありません',
  'no rule finds anything here: this waiver is not needed':
    'ここで検出されるものはありません。この抑止コメントは不要です',
  '{0} finds nothing here: this waiver is not needed':
    '{0} がここで検出するものはありません。この抑止コメントは不要です',
  'Remove the waiver': '抑止コメントを削除',
  'Remove {0}': '{0} を削除',
} as const satisfies Record<string, string>;
