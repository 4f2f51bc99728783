/** Every text of the command line for people: in English, which is its key, and in Japanese. */
export const japanese = {
  // Help
  'The type checker for plans in Markdown: finds what cannot be true in them, and fixes it.':
    'Markdown で書かれた計画の型チェッカー。計画の中の矛盾を見つけて直します。',
  'print the version': 'バージョンを表示します',
  'print this help': 'このヘルプを表示します',
  'print help for a command': 'コマンドのヘルプを表示します',
  'Exit code: 0 nothing found, 1 findings, 2 bad usage, unreadable file or bad settings.':
    '終了コード: 0 検出なし、1 検出あり、2 使い方の誤り・読み取れないファイル・設定の誤り',
  'report what cannot be true': '計画の中の矛盾を報告します',
  'how to report': '報告の形式',
  'exit with 1 from this severity on': 'この重大度以上の検出があれば 1 で終了します',
  'exit with 1 only where there are more warnings than this': '警告がこの件数を超えたときだけ 1 で終了します',
  'report only what is at or above --fail-on, and nothing where there is nothing':
    '--fail-on 以上の検出だけを報告し、なければ何も表示しません',
  'only this rule (repeatable; several with commas)': 'このルールだけを使います (繰り返し指定、コンマ区切りも可)',
  'tell what was read: phases, tickets, what they wait on, what was not understood':
    '読み取った内容を表示します: フェーズ、チケット、待っている依存先、読み取れなかったもの',
  'how to tell': '表示の形式',
  'draw what depends on what, by phases, with the critical path':
    '依存関係をフェーズごとに、クリティカル パスとともに図にします',
  'what to draw it as': '図の形式',
  'only this ticket, what it waits for and what waits for it':
    'このチケットと、それが待つもの、それを待つものだけを対象にします',
  'apply the fixes that follow from the plan itself, and change nothing else':
    '計画自身から決まる修正だけを適用し、ほかは変更しません',
  'print the changes as a diff and write nothing': '変更を差分として表示し、書き込みません',
  'files, folders (every plan file in them; by default the working folder), or - for stdin':
    'ファイル、フォルダー (その中のすべての計画ファイル。省略時は作業フォルダー)、または標準入力を表す -',
  'the name of what is read from stdin': '標準入力から読み取るものの名前',
  'the settings, in place of the plan-truth.config.json found above each plan':
    '各計画の上位で見つかる plan-truth.config.json の代わりに使う設定ファイル',
  'colours even where the output is no terminal': '出力先が端末でなくても色を付けます',
  'no colours': '色を付けません',
  'the language of what is told: en or ja; by default that of the environment':
    '表示に使う言語: en または ja (省略時は環境の言語)',
  Usage: '使い方',
  Arguments: '引数',
  Options: 'オプション',
  Commands: 'コマンド',
  'choices: {0}': '選択肢: {0}',
  'default: {0}': '既定値: {0}',

  // Bad usage
  'unknown option {0}': '{0} というオプションはありません',
  'unknown command {0}': '{0} というコマンドはありません',
  '{0} (Did you mean {1}?)': '{0}。{1} ではありませんか?',
  'option {0} argument missing': 'オプション {0} には値が必要です',
  'option {0} argument {1} is invalid. {2}': 'オプション {0} の値 {1} は使えません。{2}',
  'Allowed choices are {0}.': '{0} のいずれかを指定してください。',
  'The id of a rule is wanted.': 'ルールの ID を指定してください。',
  'A whole number is wanted.': '整数を指定してください。',
  '--stdin-filename names what is read from stdin: give the path - as well':
    '--stdin-filename は標準入力から読み取るものの名前です。パス - も指定してください',
  'there is no rule {0}': '{0} というルールはありません',
  'there is no rule {0}; did you mean {1}?': '{0} というルールはありません。{1} ではありませんか?',
  'there is no ticket to draw': '図にするチケットがありません',
  'there is no ticket {0} in the graph': 'チケット {0} は図にありません',
  'there is no ticket {0} in the graph; did you mean {1}?': 'チケット {0} は図にありません。{1} ではありませんか?',
  'the output could not be written: {0}': '出力を書き込めませんでした: {0}',
  'unexpected error: {0}': '予期しないエラー: {0}',

  // Files
  'no such file or folder': 'ファイルまたはフォルダーがありません',
  'permission denied': 'アクセスが許可されていません',
  'not permitted': '操作が許可されていません',
  'is a folder': 'フォルダーです',
  'a symbolic link that leads to itself': '自分自身を指すシンボリック リンクです',
  'the file system is read-only': 'ファイル システムが読み取り専用です',
  'no space left': '空き容量がありません',
  'is read-only': '読み取り専用です',
  'was changed while it was being fixed: run plan-truth fix again':
    '修正中に変更されました。plan-truth fix をもう一度実行してください',
  '{0}: is not valid UTF-8 and was not fixed': '{0}: UTF-8 として正しくないため、修正しませんでした',
  '{0}: the rule {1} failed: {2}': '{0}: ルール {1} でエラーが起きました: {2}',

  // Findings
  '{0} {0|error|errors}': 'エラー {0} 件',
  '{0} {0|warning|warnings}': '警告 {0} 件',
  '{0} {0|info|infos}': '情報 {0} 件',
  '{0} {0|hint|hints}': 'ヒント {0} 件',
  error: 'エラー',
  warning: '警告',
  info: '情報',
  hint: 'ヒント',
  'and {0} more {0|place|places}': 'ほか {0} か所',
  'No plan files found.': '計画ファイルが見つかりません。',
  'No findings in {0} {0|file|files}.': '検出なし (ファイル {0} 個)。',
  'No findings in {0} {0|file|files}: no plan in them.': '検出なし (ファイル {0} 個に計画はありません)。',
  '{0} in 1 file': '{0} (ファイル 1 個)',
  '{0} in {1} of {2} {2|file|files}': '{0} (ファイル {2} 個中 {1} 個)',
  '{0}; {1} can be fixed with plan-truth fix': '{0}。うち {1} 件は plan-truth fix で修正できます',
  '{0} {0|warning|warnings}, at most {1} allowed by --max-warnings':
    '警告が {0} 件あり、--max-warnings の上限 {1} 件を超えています',

  // Fixes
  '{0}: {1} {1|fix|fixes}': '{0}: 修正 {1} 件',
  '{0}: {1} {1|fix|fixes} (not written)': '{0}: 修正 {1} 件 (書き込みなし)',
  'Nothing to fix in {0} {0|file|files}.': '修正するものはありません (ファイル {0} 個)。',

  // Plans
  '{0}, {1}': '{0}、{1}',
  'No plan in {0} {0|file|files}.': '計画はありません (ファイル {0} 個)。',
  '{0} of {1} done': '{1} 件中 {0} 件完了',
  '{0} ready': '着手可能 {0} 件',
  ready: '着手可能',
  'waits on {0}': '待ち: {0}',
  'waits on {0} and {1} more': '待ち: {0} ほか {1} 件',
  'not understood:': '読み取れなかったもの:',
  'and {0} more {0|line|lines}': 'ほか {0} 行',
} as const satisfies Record<string, string>;
