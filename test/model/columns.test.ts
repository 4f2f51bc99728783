import { describe, expect, it } from 'vitest';
import { dependencies, read, tickets } from './read';

/** A table by its headers and rows. */
const table = (headers: string, ...rows: string[]): string =>
  [`| ${headers} |`, `|${headers.split('|').fill(' --- ').join('|')}|`, ...rows.map((row) => `| ${row} |`), ''].join(
    '\n',
  );

describe('columns are found by their role', () => {
  it.each([
    ['English', 'ID | Task | Status | Depends on', 'Done', 'Open'],
    ['English, other words', 'Ticket ID | Work item | Implementation Status | Blocked by', 'Shipped', 'Not started'],
    ['Japanese', 'タスクID | タスク名 | 状態 | 依存関係', '完了', '未着手'],
    ['Chinese', '编号 | 任务 | 状态 | 依赖', '已完成', '待开始'],
    ['Chinese, traditional', '# | 功能 | 狀態 | 依賴', '完成', '待處理'],
    ['Korean', '번호 | 작업 | 상태 | 의존성', '완료', '대기'],
    ['Spanish', 'N.º | Tarea | Estado | Dependencias', 'Completado', 'Pendiente'],
    ['French', 'ID | Tâche | Statut | Dépendances', 'Terminé', 'À faire'],
    ['German', 'Nr | Aufgabe | Stand | Abhängigkeiten', 'Fertig', 'Offen'],
    ['German, abbreviated', 'Nr. | Aufgabe | Status | Abhängig von', 'erledigt', 'ausstehend'],
    ['Portuguese', 'ID | Tarefa | Situação | Dependências', 'Concluído', 'Pendente'],
    ['Russian', '№ | Задача | Статус | Зависимости', 'Готово', 'Не начато'],
    ['Turkish', 'ID | Görev | Durum | Bağımlılıklar', 'Tamamlandı', 'Bekliyor'],
  ])('%s', (_, headers, done, open) => {
    const text = table(headers, `W-1 | alpha | ${done} | -`, `W-2 | beta | ${open} | W-1`);
    expect(tickets(text)).toEqual(['W-1 alpha · done', 'W-2 beta · todo']);
    expect(dependencies(text)).toEqual(['W-2 -> W-1 met']);
  });

  it('whatever their order, with every other role', () => {
    const text = table(
      'Depends On | Owner | Status | Priority | Estimate | Worktree/Branch | Notes | Title | Ticket ID',
      '- | Ada | MERGED | High | 2h | wt/one | see #4 | First | N-1',
      'N-1 | - | OPEN | Low | 30 min | - | | Second | N-2',
    );
    expect(read(text).allTickets.map((t) => [t.id, t.title, t.owner, t.priority, t.estimate, t.branch])).toEqual([
      ['N-1', 'First', 'Ada', 'High', '2h', 'wt/one'],
      ['N-2', 'Second', null, 'Low', '30 min', null],
    ]);
  });

  it('with signs, emphasis and remarks in the header', () => {
    const text = table('**#** | 📝 Task | Status (2026) | *Depends on*', '1 | one | Done | -', '2 | two | Open | 1');
    expect(tickets(text)).toEqual(['1 one · done', '2 two · todo']);
    expect(dependencies(text)).toEqual(['2 -> 1 met']);
  });

  it('an empty header over statuses is a status column', () => {
    expect(tickets(table('Task | Owner | ', 'one | Bo | ✅', 'two | Cy | ⬜', 'three | Di | 🚧'))).toEqual([
      'one · done',
      'two · todo',
      'three · active',
    ]);
  });

  it('"Done" over ticks is a status column, too', () => {
    expect(tickets(table('ID | Task | Done', 'P-1 | one | ✅', 'P-2 | two | [ ]'))).toEqual([
      'P-1 one · done',
      'P-2 two · todo',
    ]);
  });
});

describe('ids', () => {
  it.each([
    ['**T-7** Make tea', 'T-7', 'Make tea'],
    ['**T-7**: Make tea', 'T-7', 'Make tea'],
    ['`T-7` Make tea', 'T-7', 'Make tea'],
    ['T-7 — Make tea', 'T-7', 'Make tea'],
    ['[T-7] Make tea', 'T-7', 'Make tea'],
    ['**4.10** Make tea', '4.10', 'Make tea'],
    ['#12 Make tea', '#12', 'Make tea'],
    ['WP03: Make tea', 'WP03', 'Make tea'],
    ['S2BA1 Make tea', 'S2BA1', 'Make tea'],
    ['Task 3: Make tea', '3', 'Make tea'],
    ['タスク3：お茶', '3', 'お茶'],
  ])('at the start of a title: %s', (title, id, rest) => {
    const text = table('Task | Status', `${title} | Open`, 'Other | Done');
    expect(read(text).allTickets[0]).toMatchObject({ id, title: rest });
    expect(read(`- [ ] ${title}\n`).allTickets[0]).toMatchObject({ id, title: rest });
  });

  it.each([
    'UTF-8 everywhere',
    'SHA-256 of the file',
    'ISO-8601 dates',
    'Python 3.11 upgrade',
    'H2 database in tests',
    '3 retries on failure',
    '2026-03-01 meeting notes',
    'OAuth2 login',
  ])('no id: %s', (title) => {
    expect(read(table('Task | Status', `${title} | Open`)).allTickets[0]).toMatchObject({ id: null, title });
    expect(read(`- [ ] ${title}\n`).allTickets[0]).toMatchObject({ id: null, title });
  });

  it('in a column of their own, with links and emphasis', () => {
    const text = table(
      'ID | Title | Status',
      '[Q-1](./q1.md) | one | Open',
      '**Q-2** | two | Open',
      '`Q-3` | three | Open',
    );
    expect(read(text).allTickets.map(({ id }) => id)).toEqual(['Q-1', 'Q-2', 'Q-3']);
  });
});

describe('tables that are no tickets', () => {
  it.each([
    ['packages', table('Module | Dependencies | Size', 'core | zod, remark | 40 kB', 'cli | commander | 9 kB')],
    ['decisions', table('Date | Decision | Rationale', '2026-01-02 | SQLite | one file')],
    ['an API', table('Method | Path | Description', 'GET | /walks | lists them', 'POST | /walks | makes one')],
    ['a comparison', table('Feature | Ours | Theirs', 'Undo | ✅ | ❌', 'Sync | ❌ | ✅')],
    ['settings', table('Name | Default | Description', 'port | 8080 | where to listen')],
    ['people', table('Name | Role | Mail', 'Ada | lead | ada@example.org')],
    ['HTTP codes', table('Status | Description', '200 | fine', '404 | not there')],
  ])('%s', (_, text) => {
    expect(read(`${text}\n- [ ] the only ticket\n`).allTickets.map(({ title }) => title)).toEqual(['the only ticket']);
  });
});

describe('rows', () => {
  it('keep escaped pipes, and give no ticket for total rows', () => {
    const text = table(
      'ID | Task | Status',
      'A-1 | a \\| b | Done',
      'A-2 | `x` | Open',
      '**Total** | 2 tasks | 1 done',
    );
    expect(tickets(text)).toEqual(['A-1 a | b · done', 'A-2 x · todo']);
  });

  it('short and long ones are read as far as they go', () => {
    const text = table('ID | Task | Status | Depends on', 'A-1 | one', 'A-2 | two | Done | - | extra | cells');
    expect(tickets(text)).toEqual(['A-1 one', 'A-2 two · done']);
  });

  it('give the places that edits need', () => {
    const text = '| ID | Task | Status |\n|---|---|---|\n| A-1 | one |  **Open**  |\n';
    const ticket = read(text).allTickets[0]!;
    const at = (span: { start: number; end: number }): string => text.slice(span.start, span.end);
    expect(at(ticket.statusSlot!)).toBe('  **Open**  ');
    expect(at(ticket.status!.span)).toBe('Open');
    expect(at(ticket.idSpan!)).toBe('A-1');
    expect(at(ticket.titleSpan)).toBe('one');
    expect(at(ticket.span)).toBe('| A-1 | one |  **Open**  |');
  });

  it('a column that names the phase puts each row in its own', () => {
    const text = table(
      'ID | Task | Phase | Status',
      'A-1 | one | 1 | Done',
      'A-2 | two | 2 | Open',
      'A-3 | three | 1 | Open',
    );
    expect(read(text).allGroups.map((g) => [g.kind, g.key, g.tickets.map(({ id }) => id)])).toEqual([
      ['phase', '1', ['A-1', 'A-3']],
      ['phase', '2', ['A-2']],
    ]);
  });
});
