import type { GroupKind, StatusKind } from './plan';

/**
 * The words of plans, in ten languages, as data: en, ja, zh, ko, es, fr, de, pt, ru, tr. Everything is compared in the
 * form that `normalize` gives. Words of one line mean the same.
 */

/** Case, width, separators and diacritics of no meaning are folded: `In_Progress`, `in progress` and `IN-PROGRESS` are one. */
export function normalize(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  // Nearly every text: what is not in ASCII is not there to be folded.
  if (/^[\x20-\x7e]{5,}$/.test(text))
    return text
      .toLowerCase()
      .replace(/[ _-]{2,}|[_-]/g, ' ')
      .trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[’‘]/g, "'")
    .replace(/^n\.?[º°o]\.?$/u, 'no')
    .replace(/[\s_\-‐-―]+/g, ' ')
    .trim();
}

const words = (list: string): readonly string[] => list.split('|').map((word) => normalize(word));

export const statusWords: Readonly<Record<StatusKind, readonly string[]>> = {
  todo: words(
    'todo|to do|future|open|opened|reopened|unblocked|planned|not started|not yet started|pending|backlog|ready|new|queued|upcoming|scheduled|proposed|unstarted|remaining|not done|incomplete|next|up next|next up|waiting to start|draft|' +
      '未着手|未開始|未実装|未対応|未完了|予定|計画中|計画済み|待機中|待機|準備中|これから|残り|残タスク|次にやること|' +
      '未开始|待办|待办事项|待开始|待处理|待完成|未完成|计划中|计划|待开发|待實作|未開始|待處理|規劃中|' +
      '미착수|대기|대기 중|예정|시작 전|미완료|할 일|계획|계획됨|' +
      'pendiente|pendientes|por hacer|planificado|planificada|no iniciado|no iniciada|no empezado|no empezada|sin iniciar|sin empezar|' +
      'à faire|a faire|en attente|planifié|planifiée|non commencé|non démarré|prévu|' +
      'offen|offene|geplant|ausstehend|zu erledigen|nicht begonnen|noch nicht begonnen|noch zu implementieren|' +
      'pendente|pendentes|a fazer|planejado|planejada|não iniciado|não iniciada|' +
      'не начато|не начата|запланировано|ожидает|ожидание|к выполнению|открыто|в очереди|' +
      'bekliyor|bekleyen|beklemede|yapılacak|planlandı|planlanan|başlanmadı|başlamadı',
  ),
  active: words(
    'in progress|inprogress|active|wip|doing|started|ongoing|underway|in development|developing|working|in work|current|now|partial|partially done|partially complete|fix needed|in flight|implementing|partially completed|mostly done|mostly complete|' +
      '進行中|作業中|実装中|実施中|対応中|着手|着手済み|開発中|着手中|一部完了|部分完了|' +
      '进行中|开发中|正在进行|部分完成|實作中|' +
      '진행중|진행 중|작업중|작업 중|개발 중|' +
      'en progreso|en curso|en desarrollo|en proceso|parcial|' +
      'en cours|commencé|' +
      'in arbeit|in bearbeitung|laufend|begonnen|teilweise|' +
      'em andamento|em progresso|em desenvolvimento|' +
      'в работе|в процессе|начато|выполняется|частично|' +
      'devam ediyor|devam eden|sürüyor|yapılıyor|kısmen',
  ),
  review: words(
    'ready to merge|review|in review|under review|needs review|pr open|pr opened|pr ready|ci green|testing|in testing|in qa|qa|verifying|ready for review|awaiting review|code review|validation|pr submitted|' +
      'レビュー|レビュー中|レビュー待ち|確認中|検証中|テスト中|' +
      '审查中|评审中|待审核|测试中|審查中|검토중|검토 중|리뷰 중|' +
      'en revisión|en revision|en revue|in prüfung|em revisão|на проверке|на ревью|incelemede',
  ),
  done: words(
    'done|complete|completed|merged|closed|finished|shipped|released|resolved|implemented|fixed|delivered|verified|landed|deployed|passed|approved|live|achieved|accepted|all done|ok|fully implemented|' +
      '完了|完了済み|完了済|済|済み|実装済み|実装完了|対応済み|完成|マージ済み|達成|終了|リリース済み|' +
      '已完成|完成|已实现|已合并|已完成的|已上线|已结束|' +
      '완료|완료됨|완료됨|완성|끝|' +
      'completado|completada|completados|completadas|completo|hecho|hechas|hechos|terminado|terminada|terminados|terminadas|finalizado|finalizada|listo|' +
      'terminé|terminée|terminés|terminées|fait|faits|faite|faites|complété|complétés|complétées|achevé|validé|' +
      'erledigt|erledigte|fertig|abgeschlossen|abgeschlossene|umgesetzt|' +
      'concluído|concluída|concluídos|concluídas|concluido|feito|feitos|feitas|finalizado|completo|' +
      'готово|завершено|завершена|завершён|завершены|завершённые|завершенные|выполненные|выполнено|сделано|виконано|готова|' +
      'tamamlandı|tamamlandi|tamam|bitti|tamamlanan|yapıldı',
  ),
  blocked: words(
    'blocked|on hold|stuck|waiting|paused|halted|blocked external|awaiting|hold|' +
      'ブロック|ブロック中|ブロック済み|保留|保留中|停止中|中断|' +
      '阻塞|受阻|暂停|被阻塞|차단|차단됨|보류|막힘|' +
      'bloqueado|bloqueada|bloqueados|bloqueadas|en pausa|bloqué|bloquée|bloqués|bloquées|blockiert|pausiert|заблокировано|приостановлено|engellendi|bloke|durduruldu',
  ),
  dropped: words(
    "dropped|eliminated|cancelled|canceled|skipped|skip|deferred|won't do|wont do|wontfix|won't fix|n/a|na|not applicable|not needed|obsolete|superseded|abandoned|rejected|descoped|out of scope|postponed|removed|archived|deprecated|parked|duplicate|" +
      'スキップ|中止|延期|取り下げ|不要|対象外|見送り|キャンセル|廃止|' +
      '跳过|取消|已取消|延期|推迟|放弃|废弃|취소|취소됨|건너뜀|연기|제외|' +
      'cancelado|cancelada|eliminado|eliminada|descartado|omitido|abandonné|annulé|reporté|verworfen|abgebrochen|verschoben|entfällt|' +
      'adiado|отменено|отложено|пропущено|iptal|iptal edildi|ertelendi|atlandı',
  ),
};

/** What a sign says of a status where the plan has no legend for it. */
export const statusSigns: Readonly<Record<string, StatusKind>> = {
  '✅': 'done',
  '☑': 'done',
  '✔': 'done',
  '✓': 'done',
  '🟩': 'done',
  '🎉': 'done',
  '💯': 'done',
  '🔄': 'active',
  '🚧': 'active',
  '🏗': 'active',
  '🔨': 'active',
  '🟡': 'active',
  '🔃': 'active',
  '◐': 'active',
  '▶': 'active',
  '►': 'active',
  '⏩': 'active',
  '👀': 'review',
  '🔍': 'review',
  '🧪': 'review',
  '⏳': 'todo',
  '⌛': 'todo',
  '🔜': 'todo',
  '⬜': 'todo',
  '🔲': 'todo',
  '☐': 'todo',
  '⚪': 'todo',
  '📋': 'todo',
  '📅': 'todo',
  '🆕': 'todo',
  '⭕': 'todo',
  '○': 'todo',
  '●': 'done',
  '❌': 'todo',
  '🔴': 'todo',
  '🟢': 'done',
  '⏸': 'blocked',
  '🚫': 'blocked',
  '⛔': 'blocked',
  '🛑': 'blocked',
  '🔒': 'blocked',
  '⏭': 'dropped',
  '🗑': 'dropped',
  '✗': 'dropped',
  '🚮': 'dropped',
};

/** Signs that headings and titles carry for decoration as often as for a status: never a status there. */
export const ambiguousSigns = new Set([
  '🔴',
  '🟡',
  '🟢',
  '📋',
  '📅',
  '🎉',
  '🔍',
  '🧪',
  '❌',
  '💯',
  '🔨',
  '🏗',
  '🆕',
  '👀',
  '●',
  '○',
  '🔒',
  '▶',
  '⏩',
  '🚫',
  '⛔',
  '🛑',
  '⚪',
  '🔜',
]);

/** The character in a box. A space is open; others than these are no box of ours. */
export const boxMarks: Readonly<Record<string, StatusKind>> = {
  ' ': 'todo',
  x: 'done',
  X: 'done',
  '✓': 'done',
  '✔': 'done',
  '✅': 'done',
  '~': 'active',
  '/': 'active',
  '▶': 'active',
  '-': 'dropped',
  '>': 'dropped',
  S: 'dropped',
  '!': 'blocked',
};

/** Words in front of a key that name a group: `Phase 1`, `フェーズ4`. Longer ones first where one starts another. */
export const groupWords: Readonly<Record<Exclude<GroupKind, 'section'>, readonly string[]>> = {
  phase: [
    'phase',
    'phases',
    'stage',
    'フェーズ',
    'フェイズ',
    '段階',
    '阶段',
    '階段',
    '단계',
    '페이즈',
    'fase',
    'etapa',
    'étape',
    'этап',
    'фаза',
    'aşama',
    'faz',
    'wave',
  ],
  sprint: [
    'sprint',
    'iteration',
    'スプリント',
    'イテレーション',
    '冲刺',
    '迭代',
    '스프린트',
    'iteración',
    'спринт',
    'itération',
    'iteração',
  ],
  epic: ['epic', 'エピック', '史诗', '에픽', 'épica', 'epica', 'épico', 'эпик'],
  milestone: [
    'milestone',
    'マイルストーン',
    '里程碑',
    '마일스톤',
    'hito',
    'jalon',
    'meilenstein',
    'marco',
    'веха',
    'kilometre taşı',
  ],
};

export type ColumnRole =
  | 'id'
  | 'title'
  | 'status'
  | 'depends'
  | 'group'
  | 'owner'
  | 'branch'
  | 'estimate'
  | 'priority'
  | 'notes'
  | 'percent'
  | 'doneCount'
  | 'totalCount'
  | 'meaning'
  | 'date';

/** Table headers by role. */
export const columnWords: Readonly<Record<ColumnRole, readonly string[]>> = {
  id: words(
    'wbs|id|#|no|no.|№|nr|nr.|ticket id|task id|story id|issue id|ticket #|task #|issue #|key|ref|code|wp|番号|タスクid|チケットid|编号|序号|任务id|번호|작업 id|태스크 id|número|numéro|номер|ticket no|タスク番号|チケット番号',
  ),
  title: words(
    'task|tasks|ticket|title|item|name|feature|story|user story|work item|work|issue|description|slice|action|deliverable|component|module|step|subtask|sub task|summary|requirement|' +
      'タスク|タスク名|タスク名称|unit名|ユニット名|task名|task명|task name|task title|ticket title|サブステップ|タイトル|チケット|件名|項目|機能|内容|作業|作業内容|名前|名称|unit|ユニット|ステップ|サブカテゴリ|' +
      '任务|名称|功能|标题|内容|项目|任务名称|事项|작업|작업명|제목|태스크|이름|기능|항목|업무|' +
      'tarea|tareas|título|nombre|descripción|actividad|funcionalidad|tâche|titre|nom|fonctionnalité|aufgabe|titel|beschreibung|tarefa|descrição|nome|задача|название|описание|завдання|görev|başlık|açıklama|is',
  ),
  status: words(
    'الحالة|status|state|progress status|状態|ステータス|進捗|進捗状況|状況|상태|진행 상태|状态|狀態|进度状态|estado|statut|état|stand|durum|статус|состояние|стан|результат|situação|done|done?|complete?|completed?|完了|완료',
  ),
  depends: words(
    'depends on|depends|predecessor|predecessors|dependency|dependencies|deps|dep|blocked by|requires|prerequisites|prerequisite|after|needs|waits on|' +
      '依存|依存関係|依存先|前提|前提タスク|前提条件|依赖|依赖关系|依賴|前置任务|前置|의존성|의존|선행 작업|선행|선행 태스크|' +
      'depende de|dependencias|dependencia|bloqueado por|bloqueadores|dépend de|dépendances|dépendance|hängt ab von|abhängigkeiten|abhängigkeit|abhängig von|dependências|зависит от|зависимости|залежить від|bağımlılık|bağımlılıklar|bağımlı',
  ),
  group: words(
    'phase|sprint|epic|milestone|stage|iteration|week|フェーズ|スプリント|エピック|マイルストーン|阶段|里程碑|단계|스프린트|fase|etapa|étape|jalon|meilenstein|этап|фаза|aşama',
  ),
  owner: words(
    'owner|assignee|assigned|assigned to|who|responsible|agent|agent id|担当|担当者|負責人|负责人|담당|담당자|responsable|verantwortlich|responsável|ответственный|исполнитель|sorumlu',
  ),
  branch: words(
    'branch|worktree|worktree/branch|branch/worktree|pr|pull request|pr #|ブランチ|分支|브랜치|rama|branche|ветка',
  ),
  estimate: words(
    'estimate|estimated|estimation|effort|est|est.|size|points|story points|sp|hours|duration|見積もり|見積|工数|ポイント|所要時間|估算|工时|预估|예상 시간|추정|estimación|esfuerzo|estimation|charge|aufwand|schätzung|estimativa|оценка|tahmin|süre',
  ),
  priority: words(
    'priority|prio|pri|p|severity|優先度|优先级|優先級|우선순위|prioridad|priorité|priorität|prioridade|приоритет|öncelik',
  ),
  notes: words(
    'notes|note|comment|comments|remarks|details|detail|備考|メモ|コメント|説明|详情|备注|說明|비고|메모|notas|observaciones|remarques|bemerkung|notizen|observações|примечание|примечания|notlar',
  ),
  percent: words(
    '%|progress|percent|completion|% complete|% done|complete %|done %|進捗率|達成率|完了率|进度|完成率|完成度|진행률|완료율|progreso|avance|avancement|fortschritt|progresso|прогресс|ilerleme|yüzde',
  ),
  doneCount: words(
    'done|complete|completed|closed|finished|merged|完了|完了数|完了タスク|已完成|완료|completado|completadas|completados|completas|hechas|terminé|erledigt|concluído|готово|выполнено|tamamlanan',
  ),
  totalCount: words(
    'total|tasks|tickets|items|stories|user stories|count|# tasks|task count|total tasks|総数|合計|全体|タスク数|件数|总数|任务数|数量|합계|전체|tareas|total tareas|tâches|aufgaben|anzahl|tarefas|всего|задач|toplam',
  ),
  meaning: words(
    'meaning|description|definition|explanation|means|意味|説明|定義|内容|含义|说明|描述|의미|설명|significado|descripción|signification|bedeutung|beschreibung|значение|описание|anlam|açıklama',
  ),
  date: words(
    'target|target date|due|due date|deadline|eta|end date|planned date|planned end|期限|締切|目標日|完了予定|完了予定日|予定日|截止日期|目标日期|计划完成|마감일|목표일|완료 예정|fecha estimada|fecha límite|fecha de finalización|fecha objetivo|date cible|échéance|zieldatum|fällig|prazo|data alvo|срок|дедлайн|hedef tarih|bitiş tarihi',
  ),
};

/** Headers of when something happened: no name, and no target either. */
export const timeWords = new Set(
  words('when|date|day|time|timestamp|日付|日時|日期|时间|날짜|fecha|datum|data|дата|tarih'),
);

/** Headers of a column of what is measured: its rows are no tickets. */
export const metricWords = new Set(
  words(
    'metric|metrics|kpi|kpis|indicator|measure|statistic|指標|メトリクス|指标|지표|métrica|métricas|indicador|métrique|indicateur|kennzahl|metrik|метрика|показатель|gösterge',
  ),
);

/** Words for a part of the plan, as in "12 of 20 tasks". What else is counted is nothing of ours. */
export const countedWords = words(
  'task|tasks|ticket|tickets|item|items|story|stories|issue|issues|step|steps|todos|boxes|checkboxes|subtasks|work items|features|件|タスク|チケット|項目|個|つ|任务|项|个|작업|태스크|개|항목|tareas|tarea|elementos|tâches|aufgaben|tarefas|itens|задач|задачи|задача|пунктов|görev|madde',
);

/** Of these, the words that can be nothing but tickets. */
export const ticketWords = words(
  'task|tasks|ticket|tickets|item|items|story|stories|todos|boxes|checkboxes|subtasks|work items|件|タスク|チケット|項目|個|つ|任务|项|个|작업|태스크|개|항목|tareas|tarea|elementos|tâches|aufgaben|tarefas|itens|задач|задачи|задача|пунктов|görev|görevler|madde',
);

/** In a heading or label: the figures there count something else than tickets. */
export const otherWords = words(
  'test|tests|testing|bug|bugs|defect|defects|issue|issues|risk|risks|coverage|velocity|metrics|points|pts|sp|hours|committed|capacity|incidents|deployments|prs|pull requests|requests|commits|users|errors|warnings|questions|テスト|バグ|不具合|カバレッジ|リスク|ポイント|ベロシティ|課題|测试|缺陷|风险|覆盖率|테스트|버그|위험|pruebas|errores|riesgos|puntos|bogues|risques|points de|fehler|risiken|testes|erros|riscos|тесты|ошибки|риски|hatalar|riskler|testler',
);

/** Keys of a percent of the whole plan in front matter. */
export const percentWords = words(
  'progress|percent|percentage|completion|percent complete|complete percent|completion percentage|completion percent|progress percent|progress percentage|進捗|進捗率|完了率|達成率|进度|完成度|完成率|진행률|progreso|avance|avancement|fortschritt|progresso|прогресс|ilerleme',
);

/** Labels of figures about the whole plan. */
export const overallWords = words(
  'overall|total|totals|overall completion|overall progress|completion rate|progress rate|完成率|完成度|total progress|total completion|project progress|project completion|completion|progress|total tickets|total tasks|tickets|tasks|all|all tasks|all tickets|all phases|全体|全体進捗|全体の進捗|総進捗|総合進捗|合計|総計|進捗|進捗率|完了率|総タスク数|総チケット数|总进度|整体进度|总体进度|总计|合计|进度|总任务数|전체|전체 진행률|전체 진행|총|합계|진행률|progreso general|progreso total|total general|progreso|avance total|avancement global|progression globale|total général|gesamt|gesamtfortschritt|fortschritt|progresso geral|progresso total|общий прогресс|всего|итого|прогресс|genel ilerleme|toplam|ilerleme',
);

/** Words that say that a figure is the progress of the section it stands in. */
export const progressWords = words(
  'progress|completion|complete|completed|done|status|tasks|tickets|total|進捗|完了|完了率|達成率|タスク|状態|进度|完成|完成度|任务|진행률|완료|작업|progreso|avance|completado|tareas|avancement|progression|fortschritt|progresso|прогресс|выполнено|готово|ilerleme|tamamlanma',
);

/** Labels of a line that says what is worked on now. */
export const focusWords = words(
  'current phase|current sprint|current focus|current milestone|current epic|current stage|current task|current ticket|active phase|active sprint|active task|focus|now working on|working on|current work|current iteration|' +
    '現在のフェーズ|現在のスプリント|現フェーズ|対象フェーズ|対象スプリント|現在の実施対象|現在の対象|現在のタスク|フォーカス|現在のフォーカス|現在フェーズ|' +
    '当前阶段|当前任务|当前冲刺|目前阶段|當前階段|현재 단계|현재 phase|현재 task|현재 작업|fase actual|etapa actual|sprint actual|phase actuelle|étape actuelle|sprint actuel|aktuelle phase|aktueller sprint|fase atual|sprint atual|текущая фаза|текущий этап|текущий спринт|mevcut aşama|güncel faz|aktif faz',
);

export const labelWords = {
  status: words('status|state|current status|状態|ステータス|進捗状況|状态|狀態|상태|estado|statut|stand|durum|статус'),
  depends: columnWords.depends,
  owner: columnWords.owner,
  branch: columnWords.branch,
  estimate: [...columnWords.estimate, ...words('time|effort estimate|見積もり時間')],
  priority: columnWords.priority,
} as const;

/** Labels of the day on which the file was last brought up to date. */
export const updatedWords = words(
  'last updated|last update|updated|last modified|last revised|最終更新|最終更新日|更新日|最后更新|更新时间|最後更新|更新日期|최종 업데이트|마지막 갱신|최종 수정|última actualización|actualizado|dernière mise à jour|mis à jour|letzte aktualisierung|aktualisiert|stand|última atualização|atualizado em|последнее обновление|обновлено|son güncelleme|güncelleme',
);

/** Labels of the day by which something is to be done. */
export const targetWords = words(
  'target|target date|due|due date|deadline|eta|end date|目標日|期限|締切|完了予定|予定日|截止日期|目标日期|완료 예정|마감일|목표일|fecha límite|fecha estimada|fecha objetivo|fecha de finalización|date cible|échéance|zieldatum|fällig|prazo|data alvo|срок|дедлайн|hedef tarih|bitiş tarihi',
);

/** Labels of what must be so before a phase may start. */
export const gateWords = words(
  'gate|gates|entry gate|entry criteria|entry criterion|entry condition|entry conditions|start condition|start conditions|starts when|start when|starts after|precondition|preconditions|prerequisite|prerequisites|phase gate|ゲート|開始条件|着手条件|前提|前提条件|开始条件|进入条件|前置条件|시작 조건|진입 조건|condición de inicio|criterios de entrada|condition de départ|startbedingung|eingangskriterien|critérios de entrada|условие начала|başlama koşulu',
);

/** Labels of what must be so for a phase to be over. */
export const exitWords = words(
  'exit criteria|exit criterion|exit gate|exit condition|exit conditions|done when|complete when|completion criteria|definition of done|完了条件|終了条件|退出标准|完成标准|完成条件|완료 조건|criterios de salida|critères de sortie|ausstiegskriterien|critérios de saída|критерии выхода|çıkış kriterleri',
);

/** Headings of a list of what is blocked. */
export const blockedHeadings = words(
  'blocked|blocked items|blocked tasks|blocked tickets|blockers|current blockers|active blockers|ブロックされているタスク|ブロック中のタスク|ブロッカー|ブロック中|ブロック|阻塞|阻塞项|阻塞问题|차단된 작업|블로커|bloqueados|bloqueos|bloqueadores|bloquages|blockiert|blocker|заблокировано|блокеры|engeller',
);

/** Headings and labels of a status legend. */
export const legendWords = words(
  'status key|status legend|legend|key|state legend|status values|status markers|statuses|ticket status|status definitions|task status|status codes|progress legend|凡例|ステータス規約|ステータス凡例|ステータス定義|ステータス|状態の凡例|记号说明|图例|状态说明|状态图例|범례|상태 값|상태 범례|leyenda|légende|legende|legenda|легенда|açıklamalar',
);

/** In a dependency cell: nothing. */
export const noneWords = new Set(
  words(
    '-|--|---|—|–|none|n/a|na|no|nil|null|なし|無し|無|ー|无|無|没有|없음|ninguna|ninguno|aucun|aucune|keine|kein|nenhuma|nenhum|нет|немає|yok|tbd|?',
  ),
);

/** Whether a text says that there is nothing: "None", "なし", "現時点でブロックされているタスクはありません。". */
export function isNothing(text: string): boolean {
  const normal = normalize(text).replace(/^[([（_*]+|[)\]）_*.。!！]+$/g, '');
  return (
    noneWords.has(normal) ||
    /^(?:no |none\b|nothing\b|currently no\b|keine |aucun|ningun|nenhum)|^(?:特に)?(?:ない|无)$|(?:ありません|なし|没有|없음|없습니다)$/u.test(
      normal,
    )
  );
}

/** Wanted, not needed. */
export const softWords = words(
  'recommended|optional|soft|nice to have|preferred|ideally|推奨|任意|できれば|推荐|建议|可选|권장|선택|recomendado|opcional|recommandé|optionnel|empfohlen|рекомендуется|желательно|önerilen',
);

/** Words of a status that are as often the topic of a section, which then says nothing of its tickets. */
export const topicWords = new Set(
  words(
    'review|code review|validation|testing|qa|verified|verifying|deployed|released|implemented|implementing|new|live|ok|active|ready|current|now|fixed|fixes|resolved|working|development|started|archived|removed|deprecated|open|draft|hold|waiting|passed|approved|partial|レビュー|完成|終了|計画|准备|计划|审查|예정|계획|prévu|plan',
  ),
);

/** In a heading: what follows is not all of it. */
export const partialWords = words(
  'remaining|left|rest|partial|excerpt|残り|残タスク|一部|抜粋|剩余|余下|남은|restante|restantes|restant|verbleibend|осталось|kalan',
);

/** Headings of what was so at some time: figures below them are of their day. */
export const logWords = words(
  'log|logs|change log|changelog|history|recent activity|activity|activity log|progress log|work log|session log|sprint history|revision history|version history|release notes|recent changes|変更履歴|実施ログ|更新履歴|作業ログ|履歴|ログ|進捗ログ|变更日志|更新日志|变更记录|更新记录|历史记录|變更紀錄|변경 이력|변경 기록|이력|historial|historial de cambios|registro de cambios|historique|journal|journal des modifications|verlauf|änderungsprotokoll|histórico|журнал|история изменений|история|değişiklik geçmişi|geçmiş',
);

/** In a heading or before a fence: what follows is a sample, not data. */
const sampleWords = words(
  'example|examples|sample|samples|example format|usage|demo|記入例|サンプル|例|使用例|示例|样例|範例|예시|예제|ejemplo|ejemplos|exemple|exemples|beispiel|exemplo|пример|örnek',
);

const optional = new RegExp(`(?:^|[(（])(?:${softWords.join('|')})`, 'u');

/** Whether a title says that the ticket may be left out: "Optional: …", "Logging (nice to have)". */
export function isOptional(title: string): boolean {
  return optional.test(normalize(title));
}

/** Whether a normalized heading says that what follows is a sample. */
export const isSample = (heading: string): boolean =>
  sampleWords.some((word) => heading === word || heading.startsWith(`${word} `) || heading.endsWith(` ${word}`));

/** Everything above, in a dependency. */
export const allAboveWords = words(
  'all above|all of the above|everything above|all previous|all prior|all previous tasks|all tasks above|all earlier|all preceding|上記すべて|上記全て|上記全部|これまでのすべて|全て|すべて|以上全部|以上所有|上述所有|위 모두|todo lo anterior|todos los anteriores|tout ce qui précède|alle obigen|todos acima|всё выше|все выше|yukarıdakilerin hepsi',
);

/** Endings that say no more than the name of a phase: "Phase 1 complete". */
export const completeWords = words(
  'complete|completed|completion|done|finished|merged|完了|完成|已完成|완료|completado|completada|terminé|abgeschlossen|concluída|завершена|завершено|tamamlandı|tasks|all|all tasks|全完了',
);
