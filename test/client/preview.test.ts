import { createRequire } from 'node:module';
import { expect, it, vi } from 'vitest';
import type { PreviewMark } from '../../server/src/protocol';

vi.mock('vscode', () => ({
  l10n: {
    t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)])),
  },
}));
const { decorate } = await import('../../client/src/preview/decorate');

const MarkdownIt = createRequire(import.meta.url)('markdown-it');

type Shown = { progress?: { done: number; total: number }; isTarget?: boolean; marks?: Omit<PreviewMark, 'line'>[] };

/** The HTML of a text with these marks on its lines (from 0). */
function html(text: string, lines: Record<number, Shown>): string {
  const md = new MarkdownIt({ html: true });
  const tokens = md.parse(text, {});
  const before = JSON.stringify(tokens);
  const on = (line: number) => {
    const shown = lines[line];
    if (!shown) return null;
    const marks = (shown.marks ?? []).map((mark) => ({ ...mark, line }));
    return { marks, isTarget: shown.isTarget ?? false, progress: shown.progress ?? null };
  };
  const decorated = decorate(tokens, { uri: 'file:///plan.md', on });
  expect(JSON.stringify(tokens), 'what VS Code keeps is untouched').toBe(before);
  return md.renderer.render(decorated, md.options, {}).replace(/>\n+</g, '><').trim();
}

const status = (text: string, cell: number | null = null, before = 0) => ({
  text,
  cell,
  before,
  shows: { type: 'status', kind: 'done' } as const,
});
const link = (text: string, cell: number | null, line: number, uri = 'file:///plan.md') => ({
  text,
  cell,
  before: 0,
  shows: { type: 'link', uri, line } as const,
});
const badge = (text: string) => `<span class="plan-truth-status done" title="done">${text}</span>`;

it('statuses become badges in their own cell, whatever stands in the others', () => {
  const row = html('| Task | Status |\n|--|--|\n| Done | **Done** |\n| x | `Done` |\n', {
    2: { marks: [status('Done', 1)] },
    3: { marks: [status('Done', 1)] },
  });
  expect(row).toContain(`<td>Done</td><td><strong>${badge('Done')}</strong></td>`);
  expect(row).toContain(`<td>x</td><td>${badge('<code>Done</code>')}</td>`);
});

it('of words that stand more than once the right one is meant', () => {
  expect(html('## Done or *Done* — Done', { 0: { marks: [status('Done', null, 2)] } })).toBe(
    `<h2>Done or <em>Done</em> — ${badge('Done')}</h2>`,
  );
});

it('dependencies become links: to a line of this document, to one of another, and none within a link', () => {
  const found = html('| ID | On |\n|--|--|\n| A-1 | - |\n| A-2 | A-1, B-1, [A-3](x.md) |\n', {
    2: { isTarget: true },
    3: { marks: [link('A-1', 1, 2), link('B-1', 1, 7, 'file:///b.md'), link('A-3', 1, 9)] },
  });
  expect(found).toContain('<td><span id="plan-truth-L3"></span>A-1</td>');
  expect(found).toContain(
    '<td><a href="#plan-truth-L3" class="plan-truth-link">A-1</a>, ' +
      '<a href="file:///b.md#L8" class="plan-truth-link">B-1</a>, <a href="x.md">A-3</a></td>',
  );
});

it('the heading of a phase gets a bar, and a box is drawn as one', () => {
  const found = html('## Phase 1\n\n- [x] Dig\n- [ ] Sow\n', {
    0: { progress: { done: 1, total: 2 } },
    2: { marks: [{ text: '[x]', cell: null, before: 0, shows: { type: 'box', kind: 'done' } }] },
  });
  expect(found).toContain(
    '<h2>Phase 1<span class="plan-truth-progress" title="1 of 2 done">' +
      '<progress aria-hidden="true" value="1" max="2"></progress> 1/2</span></h2>',
  );
  expect(found).toContain('<li><span class="plan-truth-box done" role="img" aria-label="done">[x]</span> Dig</li>');
  expect(found).toContain('<li>[ ] Sow</li>');
});

it('nothing of the text becomes HTML, and what is not found changes nothing', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  expect(html(`| A | B |\n|--|--|\n| \`${hostile}\` | x |\n`, { 2: { marks: [status(hostile, 0)] } })).toContain(
    `<td>${badge('<code>&lt;img src=x onerror=alert(1)&gt;</code>')}</td>`,
  );
  const other = html('Some words', {
    0: { marks: [status('Done'), link('"><b>', null, 3, 'javascript:alert(1)//"><b>')] },
  });
  expect(other).toBe('<p>Some words</p>');
});

it('a paragraph of several lines has the marks of each', () => {
  expect(html('First Done\nsecond Done', { 1: { marks: [status('Done')] } })).toBe(
    `<p>First Done\nsecond ${badge('Done')}</p>`,
  );
});
