import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** What a line says beside the status of its ticket: signs, percents, and what the ticket waits for. */

describe('two statuses in one place', () => {
  it('percent beside status', () => {
    expectSwaps(
      'conflicting-status',
      `# Work

| ID | Task | Status | Progress |
| --- | --- | --- | --- |
| A-1 | Schema | Done | {80%→100%} |
| A-2 | Login | In Progress | 40% |
| A-3 | Logout | Not Started | {100%→0%} |
| A-4 | Reset | In Review | 90% |
`,
      { fix: false },
    );
  });

  it('percent that is a weight', () => {
    expectFindings(`# Work

| ID | Task | Status | % |
| --- | --- | --- | --- |
| A-1 | Schema | Done | 20% |
| A-2 | Login | Done | 30% |
| A-3 | Logout | Not Started | 40% |
| A-4 | Reset | Not Started | 10% |
`);
  });

  it('percent of coverage', () => {
    expectFindings(`# Work

| ID | Task | Status | Coverage |
| --- | --- | --- | --- |
| A-1 | Schema | Done | 80% |
| A-2 | Login | Done | 75% |
| A-3 | Logout | Not Started | 0% |
`);
  });

  it('box against sign', () => {
    expectSwaps(
      'conflicting-status',
      `# Release

- [x] ✅ Build
- [{ →x}] ✅ Sign
- [x] ✅ Notarise
- [{x→ }] 🚧 Upload
- [ ] ⏳ Announce
- [ ] Rest {(DONE)→}
`,
      { fix: false },
    );
  });

  it('signs as decoration', () => {
    expectFindings(`# Release checklist

- [ ] ✅ Build is green
- [ ] ✅ Signed
- [ ] ✅ Notarised
- [x] ✅ Uploaded
`);
  });

  it('obsidian dates', () => {
    expectFindings(`# Tasks

- [x] Pay the rent ⏳ 2026-01-02 ✅ 2026-01-03
- [ ] Buy milk ⏳ 2026-01-20 📅 2026-02-01
- [x] Call Ann 🛫 2026-01-01 ✅ 2026-01-02
- [ ] Water plants 🔁 every week ⏳ 2026-01-20
`);
  });
});

describe('boards', () => {
  it('a ticked box left on a board', () => {
    expectSwaps(
      'conflicting-status',
      `# Today

## Done

- [x] Loader

## In progress

- [ ] Parser

## To do

- [{x→ }] Printer
- [ ] Shell
- [ ] Docs
`,
      { fix: false },
    );
  });

  it('a list that is ticked in place', () => {
    expectFindings(`# Today

## Done

- [x] Loader

## To do

- [x] Printer
- [x] Shell
- [ ] Docs
`);
  });

  it('ticked to do without a list of what is done', () => {
    expectFindings(`# Today

## To do

- [x] Printer
- [ ] Shell
- [ ] Docs
- [ ] More
`);
  });
});

describe('dependencies told in words', () => {
  it('notes that need', () => {
    expectSwaps(
      'unmet-dependency',
      `# Work

| ID | Task | Status | Notes |
| --- | --- | --- | --- |
| A-1 | Schema | {Open→Done} | - |
| A-2 | Login | Done | needs A-1 |
| A-3 | Logout | Done | small; after A-1 |
| A-4 | Reset | {Done→Open} | blocked by A-5 |
| A-5 | Mail | Open | waiting for the vendor, not A-2 |
`,
      { fix: false },
    );
  });

  it('notes that only mention', () => {
    expectFindings(`# Work

| ID | Task | Status | Notes |
| --- | --- | --- | --- |
| A-1 | Schema | Open | see A-2 |
| A-2 | Login | Done | no longer blocked by A-1 |
| A-3 | Logout | Done | clean up after A-1 follow-up meeting |
| A-4 | Reset | Done | replaces A-1; was blocked by A-1 until May |
| A-5 | Mail | Done | needs UTF-8 |
| A-6 | Push | Done | requires SHA-256 and Node 20 |
| A-7 | Poll | Done | unblocked A-1 |
`);
  });

  it('titles that need', () => {
    expectSwaps(
      'unmet-dependency',
      `# Work

- [{ →x}] T001 Create the schema
- [x] T002 Login (needs T001)
- [x] T003 Logout (after T001, T002)
- [ ] T004 Reset — blocked by T003
- [{x→ }] T005 Mail (waits for T004)
`,
      { fix: false },
    );
  });

  it('sub bullets that need', () => {
    expectSwaps(
      'unmet-dependency',
      `# Work

- [{ →x}] **T1** Create the schema
- [x] **T2** Login
  - Blocked by T1
  - Uses JWT
- [ ] **T3** Reset
  - after T2
`,
      { fix: false },
    );
  });

  it('japanese notes', () => {
    expectSwaps(
      'unmet-dependency',
      `# 計画

| ID | タスク | 状態 | 備考 |
| --- | --- | --- | --- |
| A-1 | スキーマ | {未着手→完了} | - |
| A-2 | ログイン | 完了 | A-1 の後 |
| A-3 | ログアウト | 完了 | A-1 に依存 |
| A-4 | 再設定 | {完了→未着手} | A-5 待ち |
| A-5 | メール | 未着手 | A-3 完了後に着手 |
`,
      { fix: false },
    );
  });

  it('chinese notes', () => {
    expectSwaps(
      'unmet-dependency',
      `# 计划

| 编号 | 任务 | 状态 | 备注 |
| --- | --- | --- | --- |
| A-1 | 数据模型 | {进行中→已完成} | - |
| A-2 | 登录 | 已完成 | 依赖 A-1 |
| A-3 | 登出 | 已完成 | A-1 完成后 |
| A-4 | 重置 | 未开始 | 等待 A-3 |
`,
      { fix: false },
    );
  });
});
