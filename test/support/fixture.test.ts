import { describe, expect, it } from 'vitest';
import { parseFixture, renderAnnotations } from './marks';

describe('the fixture language', () => {
  it('takes the marks out of the text', () => {
    const fixture = parseFixture(`
      //- a/PROGRESS.md
      | A-1 | MERGED$0 |
        ^^^ 💡 warning some-rule: a message
              ^^^^^^ error other-rule
      //- b.md
      text
    `);
    expect(fixture.files.map(({ path, text }) => [path, text])).toEqual([
      ['a/PROGRESS.md', '| A-1 | MERGED |\n'],
      ['b.md', 'text\n'],
    ]);
    expect(fixture.cursor).toEqual({ uri: 'file:///a/PROGRESS.md', start: 14, end: 14 });
    expect(fixture.files[0]!.annotations).toEqual([
      { start: 2, end: 5, severity: 'warning', rule: 'some-rule', message: 'a message', fix: true },
      { start: 8, end: 14, severity: 'error', rule: 'other-rule', message: null, fix: false },
    ]);
  });

  it('draws what it read', () => {
    const marked = 'one\n^^^ info a-rule: said\ntwo\nthree\n ^^ 💡 hint b-rule\n';
    const file = parseFixture(marked).files[0]!;
    expect(renderAnnotations(file.text, file.annotations)).toBe(marked);
  });

  it('reads a selection, and text without marks as it is', () => {
    expect(parseFixture('a $0bc$0 d').cursor).toMatchObject({ start: 2, end: 4 });
    expect(parseFixture('a\r\nb').files).toEqual([
      { path: 'plan.md', uri: 'file:///plan.md', text: 'a\r\nb', annotations: [] },
    ]);
    expect(parseFixture('').files[0]!.text).toBe('');
  });
});
