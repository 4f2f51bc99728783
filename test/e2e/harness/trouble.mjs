// A plan whose texts would like to be more than text, and how to see that they are not.

const tickets = [
  ['A-001', '`<img src=x onerror=alert(1)>` and <b>bold</b> <img src=x onerror=alert(1)>', '-'],
  ['A-002', '[click](javascript:alert(1)) [run](command:workbench.action.quit)', 'A-001'],
  ['A-003', 'endless '.repeat(1250), 'A-001'],
  ['A-004', 'abc \u202egnp.exe\u202c שלום עולם مرحبا', 'A-002'],
  ['A-005', '&lt;script&gt;alert(1)&lt;/script&gt; ![x](https://example.com/x.png)', 'A-002, A-003'],
];

/** Five tickets of a plan called "Trouble". */
export const hostilePlan = `# Trouble <img src=x onerror=alert(1)>

## Phase 1: <script>alert(1)</script> [x](javascript:alert(1)) \u202egnp.exe\u202c

| ID | Title | Owner | Status | Depends on |
|--|--|--|--|--|
${tickets.map(([id, title, on]) => `| ${id} | ${title} | <i>me</i> | OPEN | ${on} |`).join('\n')}

## Milestones

| Milestone | Due | Status |
|--|--|--|
| M1: <img src=x onerror=alert(1)> | 2026-03-20 | OPEN |
`;

/**
 * What the page says by dialogs from now on; nothing of ours does.
 * @param {import('./window.mjs').Window} window
 */
export function dialogsOf(window) {
  /** @type {string[]} */
  const dialogs = [];
  window.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

/**
 * Elements of a webview of ours that only a text could have brought in.
 * @param {import('./window.mjs').Window} window
 */
export const elementsOfText = (window) =>
  window.webview
    .locator('body')
    .locator('img, image, foreignObject, script:not([nonce]), a, b, i, iframe')
    .evaluateAll((all) => all.map(({ outerHTML }) => outerHTML));
