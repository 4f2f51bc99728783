import { describe, expect, it } from 'vitest';
import { SourceText } from '../../server/src/core/text/source';
import { Documents } from '../../server/src/lsp/documents';
import { negotiate } from '../../server/src/lsp/encoding';
import type { Host } from '../../server/src/lsp/host';

const host: Host = { fileSystem: null, today: () => '2026-01-31', later: () => () => {} };

function documents(offered?: string[]) {
  const touched: (readonly string[] | null)[] = [];
  const store = new Documents(host, negotiate(offered), (uris) => touched.push(uris));
  return { store, touched, text: (uri: string) => store.snapshot.source(uri)?.text };
}

const edit = (line: number, from: number, to: number, text: string) => ({
  range: { start: { line, character: from }, end: { line, character: to } },
  text,
});

describe('documents', () => {
  it('take edits one after the other', () => {
    const { store, text } = documents();
    store.open('file:///a.md', 1, 'one\r\ntwo 済🚧\r\n');
    store.change('file:///a.md', 2, [edit(1, 4, 7, 'x'), edit(0, 3, 99, '!'), edit(1, 5, 5, '\ny')]);
    expect(text('file:///a.md')).toBe('one!\r\ntwo x\ny\r\n');
    expect(store.version('file:///a.md')).toBe(2);
    store.change('file:///a.md', 3, [{ text: 'all new' }]);
    expect(text('file:///a.md')).toBe('all new');
    store.change('file:///unknown.md', 1, [{ text: 'x' }]);
    expect(text('file:///unknown.md')).toBeUndefined();
  });

  it('count as the client does', () => {
    for (const [kind, from, to] of [
      ['utf-8', 7, 11],
      ['utf-16', 5, 7],
      ['utf-32', 5, 6],
    ] as const) {
      const { store, text } = documents([kind]);
      store.open('file:///a.md', 1, 'two 済🚧!');
      store.change('file:///a.md', 2, [edit(0, from, to, '')]);
      expect(text('file:///a.md'), kind).toBe('two 済!');
    }
    expect(negotiate(['utf-8', 'utf-16']).kind).toBe('utf-16');
    expect(negotiate([]).kind).toBe('utf-16');
  });

  it('win over the disk while they are open', () => {
    const { store, text, touched } = documents();
    store.setDisk([['file:///a.md', 'disk']]);
    store.open('file:///a.md', 1, 'open');
    expect(text('file:///a.md')).toBe('open');
    store.setDisk([['file:///a.md', 'disk again']]);
    expect(text('file:///a.md')).toBe('open');
    store.close('file:///a.md');
    expect(text('file:///a.md')).toBe('disk again');
    store.setDisk([['file:///a.md', null]]);
    expect(text('file:///a.md')).toBeUndefined();
    expect(touched).toEqual(Array(4).fill(['file:///a.md']));
  });

  it('know a document by every spelling of its URI and give back the client’s', () => {
    const { store, text } = documents();
    store.setDisk([['file:///a%28b%29.md', 'disk']]);
    store.open('file:///a(b).md', 1, 'open');
    expect(store.snapshot.uris).toHaveLength(1);
    const [uri] = store.snapshot.uris;
    expect(text(uri!)).toBe('open');
    expect(store.clientUri(uri!)).toBe('file:///a(b).md');
    store.close('file:///a(b).md');
    expect(text(uri!)).toBe('disk');
  });
});

describe('encodings', () => {
  it.each(['utf-8', 'utf-16', 'utf-32'])('%s gives back every offset', (kind) => {
    const encoding = negotiate([kind]);
    const source = new SourceText('a済\r\n🚧b\n');
    for (const offset of [0, 1, 2, 4, 6, 7, 8])
      expect(encoding.offset(source, encoding.position(source, offset))).toBe(offset);
    expect(encoding.offset(source, { line: 0, character: 999 })).toBe(2);
    expect(encoding.offset(source, { line: 99, character: 0 })).toBe(8);
    expect(encoding.offset(source, { line: -1, character: 0 })).toBe(0);
  });
});
