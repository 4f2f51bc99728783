import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../server/src/cli/diff';
import { folderWith } from './support';

const numbered = (n: number) => Array.from({ length: n }, (_, i) => `line ${i + 1}\n`).join('');

describe('the diff', () => {
  it('shows changed lines with three around them', () => {
    const before = numbered(20);
    const after = before.replace('line 5\n', 'five\n').replace('line 19\n', 'nineteen\n');
    expect(unifiedDiff('a.md', before, after)).toBe(
      [
        '--- a/a.md',
        '+++ b/a.md',
        '@@ -2,7 +2,7 @@',
        ' line 2',
        ' line 3',
        ' line 4',
        '-line 5',
        '+five',
        ' line 6',
        ' line 7',
        ' line 8',
        '@@ -16,5 +16,5 @@',
        ' line 16',
        ' line 17',
        ' line 18',
        '-line 19',
        '+nineteen',
        ' line 20',
        '',
      ].join('\n'),
    );
  });

  it('says nothing of equal texts', () => {
    expect(unifiedDiff('a.md', 'x', 'x')).toBe('');
  });

  it('tells of a missing last line break', () => {
    expect(unifiedDiff('a', 'x\ny', 'x\nz')).toBe(
      '--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n\\ No newline at end of file\n',
    );
  });

  it('is what git applies', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'b', 'c\r', 'd é', ''), { maxLength: 20 })
      .map((lines) => lines.join('\n'));
    const folder = folderWith();
    const path = join(folder, 'a.md');
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const diff = unifiedDiff('a.md', before, after);
        // A file that comes or goes has headers of its own in git's eyes; fixes never do that.
        if (before === after || before === '' || after === '') return;
        writeFileSync(path, before);
        execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: diff });
        expect(readFileSync(path, 'utf8')).toBe(after);
      }),
      { numRuns: 30 },
    );
  });
});
