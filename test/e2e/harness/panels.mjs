// What is done with boards, graphs and progress views alike.
import assert from 'node:assert/strict';
import { audit } from './audit.mjs';
import { until } from './until.mjs';
import { themes } from './window.mjs';

/**
 * Has the panel in sight show the plan whose title begins so, and stay with it.
 * @param {import('./window.mjs').Window} window
 * @param {string} title
 */
export async function choosePlan(window, title) {
  const choice = window.webview.getByLabel('Plan to show');
  const plan = choice.locator('option', { hasText: title });
  await until(`${title} is offered`, async () => (await plan.count()) === 1);
  await choice.selectOption((await plan.getAttribute('value')) ?? '');
}

/**
 * Takes a screenshot of the webview in sight in every theme, `<name>-<kind of theme>`, and sees that it is accessible.
 * @param {import('./window.mjs').Window} window
 * @param {string} name
 * @param {string} [part] a selector of what is ours in it
 */
export async function showThemes(window, name, part) {
  for (const [theme, kind] of themes) {
    window.set({ 'workbench.colorTheme': theme });
    await window.webview.locator(`body.${kind}`).waitFor();
    await window.shot(`${name}-${kind}`);
    assert.deepEqual(await audit(window, part), [], theme);
  }
}
