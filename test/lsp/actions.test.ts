import { beforeAll, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { ableClient, buildServer, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///plans/PROGRESS.md';
const line = kite.split('\n').findIndex((text) => text.startsWith('| K-003'));
const at = { line, character: 3 };
const resolving: ClientCapabilities = {
  ...ableClient,
  textDocument: {
    ...ableClient.textDocument,
    codeAction: {
      ...ableClient.textDocument!.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

async function opened(capabilities: ClientCapabilities) {
  const session = Session.start(server);
  const { capabilities: offered } = await session.initialize(capabilities);
  session.open(uri, kite, 4);
  const actions = (only?: string[], position = at) =>
    session.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  return { session, offered, actions };
}

const inserted = ({ edit }: CodeAction) =>
  (edit!.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
    textDocument,
    edits.map((one) => ('newText' in one ? one.newText : '')),
  ]);

describe('refactorings', () => {
  it('are worked out when they are chosen', async () => {
    const { session, offered, actions } = await opened(resolving);
    expect(offered.codeActionProvider).toMatchObject({ resolveProvider: true });
    const found = await actions(['refactor']);
    const add = found.find(({ title }) => title === 'Add a ticket below')!;
    expect(add).toMatchObject({ kind: 'refactor.rewrite' });
    expect(add.edit).toBeUndefined();
    const resolved = await session.request<CodeAction>('codeAction/resolve', add);
    expect(inserted(resolved)).toEqual([
      [{ uri, version: 4 }, ['\n| K-004 | New ticket     |           | OPEN        | -          |']],
    ]);
    const move = found.find(({ title }) => title === 'Move to Phase B — Air')!;
    expect(move.kind).toBe('refactor.move');
    expect(inserted(await session.request<CodeAction>('codeAction/resolve', move))[0]![1]).toHaveLength(2);
  });

  it('are not for another version of the text', async () => {
    const { session, actions } = await opened(resolving);
    const [action] = await actions(['refactor.move']);
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 5 },
      contentChanges: [{ text: `\n${kite}` }],
    });
    await expect(session.request('codeAction/resolve', action)).rejects.toMatchObject({ code: -32801 });
  });

  it('say why not, where there is nothing to be done after all', async () => {
    const { session, actions } = await opened(resolving);
    const far = kite
      .replace(
        '| ID    | Title          | Branch    | Status      | Depends On   |\n| ----- | -------------- | --------- | ----------- | ------------ |',
        '| ID    | Title          | Status      | Depends On   |\n| ----- | -------------- | ----------- | ------------ |',
      )
      .replaceAll(/wt\/(?:first|tricks) *\| /g, '');
    session.notify('textDocument/didChange', { textDocument: { uri, version: 5 }, contentChanges: [{ text: far }] });
    const move = (await actions(['refactor.move'])).find(({ title }) => title.startsWith('Move to'))!;
    await expect(session.request('codeAction/resolve', move)).rejects.toMatchObject({
      code: -32803,
      message: 'K-003 Line and reel says something in “Branch”, which the other table does not have.',
    });
  });

  it('come with their edits to a client that cannot ask for them later', async () => {
    const { offered, actions } = await opened(ableClient);
    expect(offered.codeActionProvider).not.toHaveProperty('resolveProvider');
    const found = await actions();
    expect(found.every(({ edit }) => edit !== undefined)).toBe(true);
    expect(found.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Set status to MERGED', 'Add a ticket below', 'Move to Phase B — Air']),
    );
    expect(await actions(['quickfix'])).toEqual([]);
    expect((await actions(['refactor.rewrite'])).some(({ kind }) => kind === 'refactor.move')).toBe(false);
  });
});
