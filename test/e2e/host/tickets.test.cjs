const assert = require('node:assert/strict');
const { commands, languages, Position, Uri, window, workspace } = require('vscode');

/** @type {typeof import('../harness/until.mjs').until} */
let until;

/** @param {string} name */
const uriOf = (name) => Uri.joinPath(workspace.workspaceFolders[0].uri, name);
const more = uriOf('MORE.md');
const text = `# More

| ID    | Title  | Status | Depends on |
| ----- | ------ | ------ | ---------- |
| M-001 | Stairs | MERGED | A-001      |
| M-002 | Lift   | OPEN   | M-001      |
`;

/**
 * Asks until there is an answer that will do: VS Code cancels a request in flight whenever any extension registers a provider.
 * @template T
 * @param {string} provider
 * @param {(found: any) => T | undefined | false} look
 * @param {unknown[]} args
 * @returns {Promise<T>}
 */
const ask = (provider, look, ...args) =>
  until(provider, async () => {
    const found = await commands.executeCommand(`vscode.execute${provider}`, ...args);
    return found && look(found);
  });

describe('Tickets in two files', () => {
  /** @type {import('vscode').TextDocument} */
  let plan;

  /**
   * @param {string} part
   * @param {number} into
   */
  function placeOf(part, into = 0) {
    const offset = plan.getText().indexOf(part);
    assert.ok(offset >= 0, `${part} is in the document`);
    return plan.positionAt(offset + into);
  }
  const findings = (/** @type {Uri} */ uri) =>
    languages.getDiagnostics(uri).flatMap(({ source, code }) => (source === 'plan-truth' ? [code.value] : []));

  before(async () => {
    ({ until } = await import('../harness/until.mjs'));
    await workspace.fs.writeFile(more, new TextEncoder().encode(text));
    plan = (await window.showTextDocument(uriOf('PROGRESS.md'))).document;
  });
  after(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(more).then(undefined, () => undefined);
  });

  it('a plan that is not open has its findings among the problems', async () => {
    await until('its findings', () => findings(more).join() === 'unmet-dependency');
    assert.ok(!workspace.textDocuments.some(({ uri }) => uri.path === more.path));
  });

  it('has them once while it is open, as it is typed, and after it was closed', async () => {
    const editor = await window.showTextDocument(more);
    await until('its findings', () => findings(more).join() === 'unmet-dependency');
    const at = text.split('\n').findIndex((line) => line.startsWith('| M-001'));
    const from = text.split('\n')[at]?.indexOf('MERGED') ?? 0;
    await editor.edit((edit) => edit.insert(new Position(at, from), 'OPEN '));
    await until('no findings', () => findings(more).length === 0);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('its findings', () => findings(more).join() === 'unmet-dependency');
    await window.showTextDocument(plan);
  });

  it('are gone to and found in both', async () => {
    const dependency = placeOf('A-001      | Card', 2);
    const row = placeOf('| A-001').line;
    const lines = await ask(
      'DefinitionProvider',
      (found) => found.length > 0 && found.map((one) => (one.targetRange ?? one.range).start.line),
      plan.uri,
      dependency,
    );
    assert.deepEqual(lines, [row]);
    const places = await ask('ReferenceProvider', (found) => found.length > 3 && found, plan.uri, dependency);
    const files = places.map(({ uri }) => uri.path.split('/').at(-1));
    assert.deepEqual(files.sort(), ['MORE.md', 'PROGRESS.md', 'PROGRESS.md', 'PROGRESS.md']);
    const symbols = await ask('WorkspaceSymbolProvider', (found) => found.length > 0 && found, 'M-002');
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['M-002 Lift · OPEN'],
    );
  });

  it('are completed in a cell, by id and title, without those that would close a circle', async () => {
    const items = await ask(
      'CompletionItemProvider',
      ({ items }) => items.some(({ label }) => label.label === 'M-002') && items,
      plan.uri,
      placeOf('A-001      | Rounding'),
      ',',
    );
    const offered = items.filter(({ label }) => typeof label === 'object').map(({ label }) => label.label);
    assert.deepEqual(
      offered.filter((label) => label.startsWith('A-')),
      ['A-003', 'A-002', 'A-001'],
    );
    assert.equal(items.find(({ label }) => label.label === 'A-002').filterText, 'A-002 Sign-in with library card');
  });

  it('are renamed in both, and not to an id that is taken', async () => {
    const place = placeOf('| A-001', 3);
    /** @type {import('vscode').WorkspaceEdit} */
    const edit = await ask('DocumentRenameProvider', (found) => found.size === 2 && found, plan.uri, place, 'A-100');
    await workspace.applyEdit(edit);
    const other = await workspace.openTextDocument(more);
    assert.equal(other.getText(), text.replace('A-001', 'A-100'));
    assert.ok(!plan.getText().includes('A-001'));
    const before = await ask('DocumentRenameProvider', (found) => found.size === 2 && found, plan.uri, place, 'A-001');
    await workspace.applyEdit(before);
    assert.equal(other.getText(), text);
    await other.save();
    await assert.rejects(
      async () => commands.executeCommand('vscode.executeDocumentRenameProvider', plan.uri, place, 'A-002'),
      /A-002 is taken/,
    );
  });

  it('have lenses over their plan and its phases', async () => {
    const titles = await ask(
      'CodeLensProvider',
      (found) => found.length === 4 && found.map(({ command }) => command?.title),
      plan.uri,
      10,
    );
    assert.deepEqual(titles, [
      '3/10 done · 5 ready · 1 waiting',
      '3/5 done · 1 ready',
      '0/3 done · 3 ready',
      '0/2 done · 1 ready · 1 waiting',
    ]);
  });

  it('fold once, beside what is folded of any Markdown', async () => {
    const ranges = await ask('FoldingRangeProvider', (found) => found.length > 5 && found, plan.uri);
    const starts = ranges.map(({ start }) => start);
    assert.equal(new Set(starts).size, starts.length, `${starts}`);
    for (const line of [placeOf('### Phase B').line, placeOf('### Phase B').line + 2]) assert.ok(starts.includes(line));
  });
});
