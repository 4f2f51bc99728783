const assert = require('node:assert/strict');
const { commands, Position, Range, Uri, window, workspace } = require('vscode');

/** @type {typeof import('../harness/until.mjs').until} */
let until;

/** @param {string} name */
const uriOf = (name) => Uri.joinPath(workspace.workspaceFolders[0].uri, name);
const uri = uriOf('EDIT.md');
const other = uriOf('NOTES.md');
const text = `# Greenhouse

## Phase 1: Beds

| ID  | Task  | Status | Depends on |
| --- | ----- | ------ | ---------- |
| G-1 | Soil  | Done   | -          |
| G-2 | Seeds | Open   | G-1        |

## Phase 2: Water

| ID  | Task  | Status | Depends on |
| --- | ----- | ------ | ---------- |
| G-3 | Pipes | Open   | Phase 1    |
| #4  | Pump  | Open   | G-3, G-2   |
`;
const notes = '# Notes\n\nEDIT.md: Phase 1 comes first, then #4 and G-3.\n';

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
    const found = await commands.executeCommand(`vscode.${provider}`, ...args);
    return found && look(found);
  });

describe('Editing a plan', () => {
  /** @type {import('vscode').TextDocument} */
  let plan;
  /** @type {import('vscode').TextEditor} */
  let editor;

  /**
   * @param {string} part
   * @param {number} into
   */
  const placeOf = (part, into = 0) => plan.positionAt(plan.getText().indexOf(part) + into);
  const at = (/** @type {Position} */ position) => new Range(position, position);
  /**
   * @param {Position} position
   * @param {string} title
   * @returns {Promise<import('vscode').CodeAction>}
   */
  const action = (position, title) =>
    ask(
      'executeCodeActionProvider',
      (found) => found.find((/** @type {any} */ one) => one.title === title && one.edit),
      uri,
      at(position),
      undefined,
      100,
    );
  const undone = async () => {
    await commands.executeCommand('undo');
    assert.equal(plan.getText(), text);
  };

  before(async () => {
    ({ until } = await import('../harness/until.mjs'));
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await workspace.fs.writeFile(other, new TextEncoder().encode(notes));
    editor = await window.showTextDocument(uri);
    plan = editor.document;
    await ask(
      'executeDocumentSymbolProvider',
      (found) => found.some((/** @type {any} */ one) => /Phase 2/.test(one.name)),
      uri,
    );
  });
  after(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const file of [uri, other]) await workspace.fs.delete(file).then(undefined, () => undefined);
  });

  it('renames a phase in both files, from a dependency', async () => {
    const edit = await ask(
      'executeDocumentRenameProvider',
      (found) => found.size === 2 && found,
      uri,
      placeOf('Phase 1    |', 2),
      'Phase 7',
    );
    await workspace.applyEdit(edit);
    assert.equal(plan.getText(), text.replaceAll('Phase 1', 'Phase 7'));
    const document = await workspace.openTextDocument(other);
    assert.equal(document.getText(), notes.replace('Phase 1', 'Phase 7'));
    const back = await ask(
      'executeDocumentRenameProvider',
      (found) => found.size === 2 && found,
      uri,
      placeOf('Phase 7    |', 2),
      '1',
    );
    await workspace.applyEdit(back);
    assert.equal(plan.getText(), text);
    assert.equal(document.getText(), notes);
    await document.save();
    await plan.save();
  });

  it('renames a title, and says what can be renamed', async () => {
    const found = await ask('prepareRename', (one) => one, uri, placeOf('Soil', 1));
    assert.equal(found.placeholder, 'Soil');
    const edit = await ask(
      'executeDocumentRenameProvider',
      (one) => one.size === 1 && one,
      uri,
      placeOf('Soil', 1),
      'Earth',
    );
    await workspace.applyEdit(edit);
    assert.ok(plan.getText().includes('| G-1 | Earth | Done   |'));
    await undone();
  });

  it('has chains of what blocks what', async () => {
    const [item] = await ask('prepareCallHierarchy', (found) => found.length > 0 && found, uri, placeOf('| #4', 2));
    assert.equal(item.name, '#4 Pump');
    const out = await ask('provideOutgoingCalls', (found) => found.length > 0 && found, item);
    assert.deepEqual(
      out.map((/** @type {any} */ call) => call.to.name),
      ['G-3 Pipes', 'G-2 Seeds'],
    );
    const incoming = await ask('provideIncomingCalls', (found) => found.length > 0 && found, out[0].to);
    assert.deepEqual(
      incoming.map((/** @type {any} */ call) => call.from.name),
      ['#4 Pump'],
    );
  });

  it('links #ids to their lines', async () => {
    await workspace.openTextDocument(other);
    const links = await ask('executeLinkProvider', (found) => found.length > 0 && found, other);
    const own = links.filter((/** @type {any} */ { target }) => /EDIT\.md/.test(`${target}`));
    assert.deepEqual(
      own.map((/** @type {any} */ { target }) => target.fragment),
      [`L${placeOf('| #4').line + 1}`],
    );
  });

  it('shows a phase and a ticket as the way to the cursor', async () => {
    const symbols = await ask('executeDocumentSymbolProvider', (found) => found.length > 0 && found, uri);
    /** @type {(all: any[]) => string[]} */
    const path = (all) => {
      const next = all.find(({ name, range }) => /Phase|Pipes/.test(name) && range.contains(placeOf('Pipes')));
      return next ? [next.name, ...path(next.children)] : [];
    };
    const own = symbols.filter((/** @type {any} */ { name }) => /^Phase/.test(name));
    assert.deepEqual(path(own), ['Phase 2: Water', 'G-3 Pipes']);
  });

  it('completes a whole new row', async () => {
    await editor.edit((edit) => edit.insert(placeOf('\n\n## Phase 2'), '\n|'));
    const line = plan.getText().split('\n').indexOf('|');
    assert.ok(line > 0);
    const row = await ask(
      'executeCompletionItemProvider',
      (found) => found.items.find((/** @type {any} */ { label }) => label?.label === 'New row' || label === 'New row'),
      uri,
      new Position(line, 1),
      '|',
    );
    assert.match(row.insertText.value, /^\| G-4 \| \$\{1:New ticket\}/);
    await undone();
  });

  it('adds, moves and sorts by actions that one undo takes back', async () => {
    const add = await action(placeOf('Seeds'), 'Add a ticket below');
    await workspace.applyEdit(add.edit);
    assert.ok(
      plan.getText().includes('| G-2 | Seeds | Open   | G-1        |\n| G-4 | New ticket | Open   | -          |\n'),
    );
    await undone();
    const move = await action(placeOf('Seeds'), 'Move to Phase 2: Water');
    await workspace.applyEdit(move.edit);
    assert.ok(
      plan.getText().endsWith('| #4  | Pump  | Open   | G-3, G-2   |\n| G-2 | Seeds | Open   | G-1        |\n'),
    );
    const sort = await action(placeOf('Seeds'), 'Sort by dependency order');
    await workspace.applyEdit(sort.edit);
    assert.ok(plan.getText().indexOf('| G-2 ') < plan.getText().indexOf('| #4 '));
    await commands.executeCommand('undo');
    await undone();
  });
});
