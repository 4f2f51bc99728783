import { beforeAll, describe, expect, it } from 'vitest';
import type { ClientCapabilities, DocumentHighlight, Location, LocationLink, Range } from 'vscode-languageserver/node';
import { ableClient, buildServer, plainClient, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///plans/PROGRESS.md';
const other = 'file:///plans/OTHER.md';
const more =
  '# More\r\n\r\n| ID | Title | Status | Depends On |\r\n|---|---|---|---|\r\n| M-1 | 尾 𝒯 | OPEN | 済, K-003 |\r\n';

async function opened(capabilities: ClientCapabilities = ableClient) {
  const session = Session.start(server);
  await session.initialize(capabilities);
  session.open(uri, kite);
  session.open(other, more);
  return session;
}

/** The place of a text in another, as LSP has it. */
function place(text: string, part: string, into = 0) {
  const before = text.slice(0, text.indexOf(part) + into).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

const slice = (text: string, { start, end }: Range) =>
  text.split('\n')[start.line]!.slice(start.character, end.character);
const from = { textDocument: { uri: other }, position: place(more, 'K-003', 2) };

describe('going to', () => {
  it('a ticket in another file, as a link or as a place', async () => {
    const [link] = await (await opened()).request<LocationLink[]>('textDocument/definition', from);
    expect(link!.targetUri).toBe(uri);
    expect(slice(more, link!.originSelectionRange!)).toBe('K-003');
    expect(slice(kite, link!.targetSelectionRange)).toBe('K-003');
    expect(link!.targetRange.start.line).toBe(place(kite, 'K-003').line);

    const [location] = await (await opened(plainClient)).request<Location[]>('textDocument/definition', from);
    expect(location).toEqual({ uri, range: link!.targetSelectionRange });
  });

  it('counts characters as negotiated', async () => {
    const session = Session.start(server);
    await session.initialize({ ...ableClient, general: { positionEncodings: ['utf-8'] } });
    session.open(other, more);
    session.open(uri, kite);
    const line = more.split('\n').findIndex((one) => one.includes('K-003'));
    const character = Buffer.byteLength(more.split('\n')[line]!.split('K-003')[0]!, 'utf8');
    const [link] = await session.request<LocationLink[]>('textDocument/definition', {
      textDocument: { uri: other },
      position: { line, character: character + 1 },
    });
    expect(link!.originSelectionRange!.start).toEqual({ line, character });
  });

  it('every place that names it, with or without the first', async () => {
    const session = await opened();
    const ask = (includeDeclaration: boolean) =>
      session.request<Location[]>('textDocument/references', { ...from, context: { includeDeclaration } });
    const all = await ask(true);
    expect(all.map((one) => [one.uri, one.range.start.line])).toEqual([
      [other, 4],
      [uri, place(kite, 'K-003 |').line],
      [uri, place(kite, 'K-002, K-003').line],
    ]);
    expect(await ask(false)).toEqual(all.filter((_, i) => i !== 1));
  });

  it('marks it in the document', async () => {
    const session = await opened();
    const position = place(kite, 'K-002, K-003', 1);
    const marks = await session.request<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument: { uri },
      position,
    });
    expect(marks.map(({ range, kind }) => [slice(kite, range), kind])).toEqual([
      ['K-002', 3],
      ['K-002', 2],
    ]);
  });

  it('nowhere, without harm', async () => {
    const session = await opened();
    for (const method of ['definition', 'references', 'documentHighlight'])
      for (const at of [uri, 'file:///nowhere.md'])
        expect(
          await session.request(`textDocument/${method}`, {
            textDocument: { uri: at },
            position: { line: 0, character: 0 },
            context: { includeDeclaration: true },
          }),
        ).toEqual([]);
  });
});
