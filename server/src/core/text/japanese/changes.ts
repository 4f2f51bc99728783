/** What adds, moves and removes tickets and dependencies, and why that cannot be done. */
export const changes = {
  'There is no plan here.': 'ここには計画がありません。',
  'This is no longer in the plan.': 'これはもう計画にありません。',
  '{0} has no heading that a ticket could stand below.': '「{0}」には、チケットを置ける見出しがありません。',
  'It cannot be told how the row of {0} is made.': '「{0}」の行の形が分かりません。',

  // Adding a ticket
  'Say in which phase: all tickets of this plan are in one.':
    'フェーズを選んでください。この計画のチケットはすべていずれかのフェーズにあります。',
  '“{0}” would not be read as a ticket here.': '「{0}」は、ここではチケットとして読み取られません。',
  'With “{0}” added here, {1} would not be read as it is now.':
    'ここに「{0}」を追加すると、「{1}」が今と同じように読み取られなくなります。',

  // Dependencies
  '{0} cannot depend on itself.': '「{0}」は自分自身に依存できません。',
  '{0} and {1} are part of each other.': '「{0}」と「{1}」は、一方がもう一方の一部です。',
  '{0} depends on {1} already.': '「{0}」はすでに「{1}」に依存しています。',
  '{0} waits on {1} itself.': '「{0}」自身が「{1}」を待っています。',
  'The table of {0} has no cell for dependencies.': '「{0}」の表には依存先のセルがありません。',
  '{0} has no place for dependencies.': '「{0}」には依存先を書く場所がありません。',
  '{0} cannot be made to depend on “{1}”: {2} would not be read as it is meant.':
    '「{0}」を「{1}」に依存させると、「{2}」が意図したとおりに読み取られません。',
  '{0} does not depend on {1}.': '「{0}」は「{1}」に依存していません。',
  '“{0}” is told in a sentence: change it there.': '「{0}」は文の中に書かれています。そこで変更してください。',
  '“{0}” means more than {1}: change it by hand.': '「{0}」は「{1}」のほかも指しています。手で変更してください。',
  'Without “{0}”, {1} would not be read as it is now.':
    '「{0}」がないと、「{1}」が今と同じように読み取られなくなります。',

  // Moving tickets
  'Only tickets can be moved.': '移動できるのはチケットだけです。',
  'Tickets can be moved within their own file only.': 'チケットは同じファイルの中でだけ移動できます。',
  'Tickets can be moved to phases and sections only.': 'チケットの移動先はフェーズかセクションだけです。',
  '{0}: in {1} already.': '{0}: すでに「{1}」にあります。',
  '{0} is no place to move this to.': '「{0}」の前には移動できません。',
  'Rows, check items and headings can only be moved apart from each other.':
    '表の行、チェック項目、見出しは、別々に移動してください。',
  'The tickets of {0} are rows of a table.': '「{0}」のチケットは表の行です。',
  'The tickets of {0} are items of a list.': '「{0}」のチケットはリストの項目です。',
  'The tickets of {0} are headings.': '「{0}」のチケットは見出しです。',
  '{0} says something in “{1}”, which the other table does not have.':
    '「{0}」は「{1}」列に内容がありますが、移動先の表にはその列がありません。',
  '{0} has more cells than its table has columns.': '「{0}」のセルが表の列より多くあります。',
  'In another order, {0} would not be read as it is now.':
    '順序を変えると、「{0}」が今と同じように読み取られなくなります。',
  'As a table, {0} would not be read as it is now.': '表にすると、「{0}」が今と同じように読み取られなくなります。',
  'As a check list, {0} would not be read as it is now.':
    'チェックリストにすると、「{0}」が今と同じように読み取られなくなります。',
  'The plan has no word for one of these statuses.': 'これらのステータスの中に、この計画に言葉がないものがあります。',
  'A summary would not be read as one here.': 'ここに置いた集計は、集計として読み取られません。',
  'In {0}, {1} would not be read as it is now.': '「{0}」では、「{1}」が今と同じように読み取られなくなります。',
} as const satisfies Record<string, string>;
