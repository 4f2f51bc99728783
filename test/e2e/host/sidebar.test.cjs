const assert = require('node:assert/strict');
const { commands, env, Position, Uri, ViewColumn, window, workspace, WorkspaceEdit } = require('vscode');

/** @type {typeof import('../harness/until.mjs').until} */
let until;

const plan = Uri.joinPath(workspace.workspaceFolders[0].uri, 'PROGRESS.md');
/** As the tree has it. */
const item = (/** @type {string} */ path, /** @type {string} */ label) => ({
  node: { id: `${plan}#${path}`, type: 'ticket', uri: plan.toString(), range: null, label, description: '' },
});
const reminders = item('phase%3AA#ticket%3AA-005', 'A-005 Reminder mails');
const desk = item('phase%3AB#ticket%3AB-001', 'B-001 Desk app');

describe('Commands of the sidebar', () => {
  before(async () => {
    ({ until } = await import('../harness/until.mjs'));
    await window.showTextDocument(plan);
    // Until the server answers, a command has nothing to say.
    await until('a prompt', async () => {
      await commands.executeCommand('planTruth.copyPrompt', reminders);
      return (await env.clipboard.readText()).startsWith('# A-005');
    });
  });
  after(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('copy tickets, alone and with their context', async () => {
    await commands.executeCommand('planTruth.copyId', reminders, [reminders, desk]);
    assert.equal(await env.clipboard.readText(), 'A-005 Reminder mails\nB-001 Desk app');
    await commands.executeCommand('planTruth.copyPrompt', reminders, [reminders, desk]);
    const text = await env.clipboard.readText();
    assert.deepEqual(text.match(/^# .*/gm), ['# A-005 Reminder mails', '# B-001 Desk app']);
    assert.match(text, /^PROGRESS\.md, line 27, in Phase A — Ground floor$/m);
    assert.match(text, /^Depends on:\n- A-004 Fines ledger · MERGED \(done\)$/m);
  });

  it('open a ticket to the side, at its line as it is by now', async () => {
    const edit = new WorkspaceEdit();
    edit.insert(plan, new Position(0, 0), '\n\n');
    await workspace.applyEdit(edit);
    await commands.executeCommand('planTruth.openToSide', reminders);
    const editor = await until('an editor to the side', () => {
      const { activeTextEditor } = window;
      return activeTextEditor?.viewColumn === ViewColumn.Two && activeTextEditor;
    });
    assert.equal(editor.document.uri.toString(), plan.toString());
    assert.equal(editor.selection.active.line, 28);
    await commands.executeCommand('undo');
    await until('the text as it was', () => !editor.document.isDirty);
  });

  it('set the next status as one edit that one undo takes back', async () => {
    const { document } = await window.showTextDocument(plan, ViewColumn.One);
    const before = document.getText();
    await commands.executeCommand('planTruth.nextStatus', desk);
    const now = document.getText().split('\n');
    const lines = before.split('\n').flatMap((line, i) => (line === now[i] ? [] : [now[i]]));
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^\| B-001 {5}\| Desk app .*\| IN_PROGRESS \|/);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('of an item that is gone change nothing', async () => {
    const { document } = await window.showTextDocument(plan, ViewColumn.One);
    const { version } = document;
    const gone = item('phase%3AZ#ticket%3AZ-9', 'Z-9');
    for (const command of [
      'nextStatus',
      'open',
      'openToSide',
      'copyPrompt',
      'addDependency',
      'removeDependency',
      'moveTickets',
    ])
      await commands.executeCommand(`planTruth.${command}`, gone);
    assert.equal(document.version, version);
  });
});
