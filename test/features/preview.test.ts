import { describe, expect, it } from 'vitest';
import { previewMarks } from '../../server/src/core/features/preview';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

function marks(text: string) {
  const fixture = parseFixture(text);
  const snapshot = snapshotOf(fixture);
  const uri = fixture.files[0]!.uri;
  const found = previewMarks(snapshot, uri)!;
  const line = (of: string, offset: number) => snapshot.source(of)!.lineAt(offset) + 1;
  return {
    marks: found.marks.map(({ text: words, cell, before, span, shows }) => {
      const where = `${line(uri, span.start)}:${cell}${before > 0 ? `+${before}` : ''} ${words}`;
      return shows.type === 'link'
        ? `${where} → ${shows.uri === uri ? '' : shows.uri.split('/').at(-1)}${line(shows.uri, shows.span.start)}`
        : `${where} ${shows.type} ${shows.kind}`;
    }),
    progress: found.progress.map(({ span, done, total }) => `${line(uri, span.start)} ${done}/${total}`),
  };
}

describe('what a rendered plan shows', () => {
  it('is the statuses by their cells, links to what is waited for, and how far each phase is', () => {
    const { marks: found, progress } = marks(kite);
    const at = (id: string) => kite.split('\n').findIndex((line) => line.startsWith(`| ${id}`)) + 1;
    expect(found.filter((mark) => mark.startsWith(`${at('K-002')}:`))).toEqual([
      `${at('K-002')}:3 IN_PROGRESS status active`,
      `${at('K-002')}:4 K-001 → ${at('K-001')}`,
    ]);
    expect(found.filter((mark) => mark.startsWith(`${at('K-101')}:4`))).toEqual([
      `${at('K-101')}:4 K-002 → ${at('K-002')}`,
      `${at('K-101')}:4 K-003 → ${at('K-003')}`,
    ]);
    expect(progress).toEqual(['13 1/3', '21 0/2']);
  });

  it('counts cells without outer pipes and with escaped ones, and words that stand there more than once', () => {
    const text = `# P

ID | Task | Status
--- | --- | ---
T-1 | a \\| b | Done
T-2 | Done | Done

## Phase 2: Done or not — Done

- [x] Dig
- [ ] Sow (depends on T-1)
`;
    expect(marks(text).marks).toEqual([
      '5:2 Done status done',
      '6:2 Done status done',
      '8:null+1 Done status done',
      '10:null [x] box done',
      '11:null [ ] box todo',
      '11:null T-1 → 5',
    ]);
  });

  it('leads to other plans', () => {
    const a = '# A\n\n| ID | Task | Status | Depends on |\n|--|--|--|--|\n| A-1 | a | Open | B-1 |\n';
    const b = '# B\n\n| ID | Task | Status |\n|--|--|--|\n| B-1 | b | Open |\n';
    expect(marks(`//- a.md\n${a}\n//- b.md\n${b}`).marks).toEqual(['5:2 Open status todo', '5:3 B-1 → b.md5']);
  });
});
