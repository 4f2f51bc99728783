const assert = require('node:assert/strict');
const { commands, ConfigurationTarget, languages, Position, Range, Uri, window, workspace } = require('vscode');

/** @type {typeof import('../harness/until.mjs').until} */
let until;

/** @param {string} name */
const uriOf = (name) => Uri.joinPath(workspace.workspaceFolders[0].uri, name);

/** @param {string} name */
async function open(name) {
  const editor = await window.showTextDocument(uriOf(name));
  return editor.document;
}

/** @param {Uri} uri */
const findings = (uri) => languages.getDiagnostics(uri).filter(({ source }) => source === 'plan-truth');

/** `rule line` of every finding, lines from 1, in the order of the text. */
const told = (/** @type {Uri} */ uri) =>
  findings(uri)
    .sort((a, b) => a.range.start.line - b.range.start.line)
    .map(({ code, range }) => `${code.value} ${range.start.line + 1}`);

const six = [
  'unmet-dependency 24',
  'unmet-dependency 26',
  'stale-summary 50',
  'stale-summary 52',
  'stale-summary 54',
  'stale-summary 55',
];

/**
 * @param {Uri} uri
 * @param {string[]} expected
 */
async function waitForFindings(uri, expected) {
  await until(`findings ${expected}`, () => told(uri).join() === expected.join()).catch(() =>
    assert.deepEqual(told(uri), expected),
  );
}

/**
 * @param {import('vscode').TextDocument} document
 * @param {string} text
 */
function placeOf(document, text) {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} is in the document`);
  return document.positionAt(offset);
}

/**
 * Asks until it is offered: VS Code cancels a request in flight whenever any extension registers a provider.
 * @param {import('vscode').TextDocument} document
 * @param {Position} place
 * @param {string} title
 * @returns {Promise<import('vscode').CodeAction>}
 */
function action(document, place, title) {
  return until(`the action "${title}"`, async () =>
    (await actions(document, place)).find((one) => one.title === title),
  );
}

/**
 * @param {import('vscode').TextDocument} document
 * @param {Position} place
 * @returns {Promise<import('vscode').CodeAction[]>}
 */
const actions = (document, place) =>
  commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new Range(place, place));

/**
 * @param {import('vscode').TextDocument} document
 * @param {Position} place
 * @returns {Promise<string>}
 */
const hover = (document, place) =>
  until('a hover', async () => {
    const found = await commands.executeCommand('vscode.executeHoverProvider', document.uri, place);
    return found.flatMap(({ contents }) => contents.map((content) => content.value ?? content)).join('\n');
  });

/** The lines that differ, as [from 1, now]. */
function changes(/** @type {string} */ before, /** @type {string} */ after) {
  const old = before.split('\n');
  return after.split('\n').flatMap((line, i) => (line === old[i] ? [] : [[i + 1, line]]));
}

before(async () => {
  ({ until } = await import('../harness/until.mjs'));
});

describe('A plan that contradicts itself', () => {
  /** @type {import('vscode').TextDocument} */
  let plan;
  /** @type {string} */
  let original;

  before(async () => {
    plan = await open('PROGRESS.md');
    original = plan.getText();
  });
  afterEach(async () => {
    // Each test leaves the plan as it found it.
    await commands.executeCommand('workbench.action.files.revert');
    await until('the plan as it was', () => plan.getText() === original);
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('has six findings', async () => {
    await waitForFindings(plan.uri, six);
  });

  it('every finding has a rule that links to its page, and places that explain it', () => {
    for (const { code, message } of findings(plan.uri)) {
      assert.match(code.target.toString(), new RegExp(`${code.value}`));
      assert.ok(message.length > 0);
    }
    const [unmet] = findings(plan.uri).filter(({ code }) => code.value === 'unmet-dependency');
    const related = unmet?.relatedInformation ?? [];
    assert.ok(related.some(({ location }) => location.range.start.line === placeOf(plan, '| A-001').line));
  });

  it('findings follow the text as it is typed', async () => {
    await action(plan, placeOf(plan, 'CI_GREEN |'), 'Set status to MERGED').then(({ edit }) =>
      workspace.applyEdit(edit),
    );
    await waitForFindings(plan.uri, six.slice(2));
  });

  it('offers every status of the legend on any cell of the row, the natural next one preferred', async () => {
    for (const cell of ['A-001     |', 'Tables: readers', 'wt/tables', 'CI_GREEN |', 'Migrations reviewed']) {
      await action(plan, placeOf(plan, cell), 'Set status to MERGED');
      const offered = (await actions(plan, placeOf(plan, cell))).filter(({ title }) =>
        /^Set status to \w+$/.test(title),
      );
      assert.deepEqual(
        offered.map(({ title }) => title.slice('Set status to '.length)).sort(),
        ['BLOCKED', 'IN_PROGRESS', 'MERGED', 'OPEN', 'PR_OPEN'],
        cell,
      );
      assert.deepEqual(
        offered.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
        ['Set status to PR_OPEN'],
      );
    }
  });

  it('sets a status as a change of that cell alone, undone in one step', async () => {
    const { edit } = await action(plan, placeOf(plan, 'CI_GREEN |'), 'Set status to MERGED');
    await workspace.applyEdit(edit);
    assert.deepEqual(changes(original, plan.getText()), [
      [
        23,
        '| A-001     | Tables: readers, loans, fines | wt/tables       | MERGED   | -          | Migrations reviewed |',
      ],
    ]);
    await commands.executeCommand('undo');
    assert.equal(plan.getText(), original);
  });

  it('brings the summary along in the same step', async () => {
    const { edit } = await action(plan, placeOf(plan, 'CI_GREEN |'), 'Set status to MERGED and update the summary');
    await workspace.applyEdit(edit);
    const lines = new Map(changes(original, plan.getText()).map(([line, text]) => [line, text]));
    assert.equal(lines.get(50), 'Phase A: 4 / 5 MERGED');
    assert.equal(lines.get(55), 'Overall Completion: ~40%');
    await commands.executeCommand('undo');
    assert.equal(plan.getText(), original);
  });

  it('puts a stale number right and nothing else', async () => {
    await waitForFindings(plan.uri, six);
    const place = placeOf(plan, '~18%').translate(0, 1);
    const fix = await action(plan, place, 'Change 18 to 30');
    assert.equal(fix.isPreferred, true);
    await workspace.applyEdit(fix.edit);
    assert.deepEqual(changes(original, plan.getText()), [[55, 'Overall Completion: ~30%']]);
    await waitForFindings(plan.uri, six.slice(0, 5));
  });

  it('fixes all that is safe in one step, and no status', async () => {
    const whole = new Range(0, 0, plan.lineCount, 0);
    const [fix] = await until('fix all', async () => {
      const kind = 'source.fixAll.planTruth';
      const found = await commands.executeCommand('vscode.executeCodeActionProvider', plan.uri, whole, kind);
      return found.length > 0 && found;
    });
    await workspace.applyEdit(fix.edit);
    assert.deepEqual(changes(original, plan.getText()), [
      [50, 'Phase A: 3 / 5 MERGED'],
      [52, 'Phase C: 0 / 2 MERGED'],
      [54, 'Total Tickets: 10'],
      [55, 'Overall Completion: ~30%'],
    ]);
    await commands.executeCommand('undo');
    assert.equal(plan.getText(), original);
  });

  it('tells in a hover what a ticket is and what it waits on', async () => {
    const text = await hover(plan, placeOf(plan, 'A-002').translate(0, 1));
    for (const word of ['A-002', 'Sign-in with library card', 'MERGED', 'A-001', 'CI_GREEN', 'PROGRESS.md#L23'])
      assert.ok(text.includes(word) || text.replaceAll('\\', '').includes(word), `${word} in ${text}`);
    const dependency = await hover(plan, placeOf(plan, 'A-001      | Card').translate(0, 1));
    assert.match(dependency, /Tables: readers, loans, fines/);
  });

  it('is outlined as phases that hold tickets', async () => {
    const outline = await until('symbols', async () => {
      const found = await commands.executeCommand('vscode.executeDocumentSymbolProvider', plan.uri);
      return found?.map(({ name, children }) => [name, children]).filter(([name]) => /^Phase/.test(name));
    });
    const phases = Object.fromEntries(outline.map(([name, children]) => [name, children.map((child) => child.name)]));
    assert.deepEqual(Object.keys(phases), [
      'Phase A — Ground floor',
      'Phase B — Front desk',
      'Phase C — Branch libraries',
    ]);
    assert.deepEqual(
      phases['Phase A — Ground floor'].map((name) => name.slice(0, 5)),
      ['A-001', 'A-002', 'A-003', 'A-004', 'A-005'],
    );
  });

  it('heeds its settings at once', async () => {
    const set = (/** @type {object | undefined} */ rules) =>
      workspace.getConfiguration('planTruth').update('rules', rules, ConfigurationTarget.Workspace);
    await set({ 'unmet-dependency': 'off' });
    await waitForFindings(plan.uri, six.slice(2));
    await set(undefined);
    await waitForFindings(plan.uri, six);
  });

  it("heeds the team's file, which gives way to its settings", async () => {
    const file = uriOf('plan-truth.config.json');
    const write = (/** @type {object} */ content) =>
      workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(content)));
    const set = (/** @type {object | undefined} */ rules) =>
      workspace.getConfiguration('planTruth').update('rules', rules, ConfigurationTarget.Workspace);
    try {
      await write({ rules: { 'unmet-dependency': 'off', 'no-such-rule': 'off' } });
      await waitForFindings(plan.uri, six.slice(2));
      await until('the problem in the file', () => findings(file).length === 1);
      assert.match(findings(file)[0].message, /no-such-rule/);
      await set({ 'unmet-dependency': 'error' });
      await waitForFindings(plan.uri, six);
      await set(undefined);
      await waitForFindings(plan.uri, six.slice(2));
    } finally {
      await set(undefined);
      await workspace.fs.delete(file);
    }
    await waitForFindings(plan.uri, six);
    await until('no problem in the file', () => findings(file).length === 0);
  });

  it('is checked again after the server was restarted', async () => {
    await commands.executeCommand('planTruth.restartServer');
    await waitForFindings(plan.uri, six);
    await action(plan, placeOf(plan, 'CI_GREEN |'), 'Set status to MERGED');
  });

  it('has its findings once, however often it is closed and opened', async () => {
    await commands.executeCommand('workbench.action.closeActiveEditor');
    plan = await open('PROGRESS.md');
    await waitForFindings(plan.uri, six);
  });
});

describe('What is no plan', () => {
  it('has no findings, no actions and no hover', async () => {
    const plan = await open('PROGRESS.md');
    await waitForFindings(plan.uri, six);
    const readme = await open('README.md');
    await action(plan, placeOf(plan, 'CI_GREEN |'), 'Set status to MERGED');
    assert.deepEqual(findings(readme.uri), []);
    const place = placeOf(readme, 'A library card');
    assert.deepEqual(
      (await actions(readme, place)).filter(({ title }) => title.startsWith('Set status')),
      [],
    );
  });

  it('becomes a plan as it is typed, and a plan that is typed is checked', async () => {
    const content =
      '# Plan\n\n| ID | Title | Status | Depends on |\n|--|--|--|--|\n| T-1 | a | DONE | T-2 |\n| T-2 | b | TODO | |\n';
    const typed = await workspace.openTextDocument({ language: 'markdown', content });
    await window.showTextDocument(typed);
    await waitForFindings(typed.uri, ['unmet-dependency 5']);
    assert.ok(findings(typed.uri)[0].range.contains(new Position(4, 19)));
  });
});
