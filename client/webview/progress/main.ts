import '../kit/kit.css';
import './progress.css';
import type { Report } from '../../../server/src/protocol';
import { isBoolean, objectOf } from '../../src/panels/guards';
import { announce } from '../kit/announce';
import { h, keepingFocus, setAttribute, setText } from '../kit/dom';
import { Kept, listen } from '../kit/host';
import { l10n } from '../kit/l10n';
import { PlanChoice } from '../kit/planChoice';
import { isReport, totalOf } from './data';
import { sections } from './sections';

interface State {
  readonly tables: boolean;
}

const kept = new Kept<State>(objectOf<State>({ tables: isBoolean }), { tables: false });
const title = h('h1', { dir: 'auto' });
const stale = h('p', { class: 'stale', hidden: true }, l10n.t('The server has stopped: this may be out of date.'));
const empty = h('p', { class: 'empty', hidden: true });
const plans = new PlanChoice();
const tables = h('button', { type: 'button', 'aria-keyshortcuts': 't' }, l10n.t('Show as tables'));
const views = sections.map((section) => ({
  section,
  element: h('section', { class: `section ${section.key}`, hidden: true }),
  drawn: '',
}));
const main = h('main', { class: 'report' }, ...views.map(({ element }) => element));
const scrollBack = kept.scrollOf(main);
let report: Report | null = null;

document.body.append(
  h('header', { class: 'toolbar' }, title, h('div', { class: 'tools' }, tables, plans.element)),
  stale,
  empty,
  main,
);

tables.addEventListener('click', toggleTables);
window.addEventListener('keydown', (event) => {
  if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement)
    return;
  toggleTables();
});
showTables();

let width = 0;
new ResizeObserver(() => {
  const now = main.clientWidth;
  if (Math.abs(now - width) < 2) return;
  width = now;
  draw();
}).observe(main);

listen(isReport, kept, ({ data, ...message }) => {
  plans.show(message);
  report = data;
  setAttribute(stale, 'hidden', !message.stale);
  setText(title, data?.title || l10n.t('Progress'));
  const isEmpty = data === null || totalOf(data.counts) === 0;
  setText(empty, data ? l10n.t('This plan has no tickets.') : l10n.t('There is no plan to show.'));
  setAttribute(empty, 'hidden', !isEmpty);
  setAttribute(main, 'hidden', isEmpty);
  draw();
  scrollBack();
});

/** Draws the sections whose data are others than before. */
function draw(): void {
  const now = report;
  if (!now) return;
  keepingFocus(() => {
    for (const view of views) {
      const { section, element } = view;
      const data = section.data(now);
      setAttribute(element, 'hidden', data === null);
      const text = `${JSON.stringify(data)} ${section.key === 'time' ? width : ''} ${now.uri}`;
      if (data === null || text === view.drawn) continue;
      view.drawn = text;
      const inner = Math.max(200, (element.clientWidth || width) - 2 * 16);
      element.replaceChildren(h('h2', {}, section.title()), ...section.draw(now, inner));
    }
  });
}

function toggleTables(): void {
  kept.change({ tables: !kept.value.tables });
  showTables();
  announce(kept.value.tables ? l10n.t('Shown as tables.') : l10n.t('Shown as pictures.'));
}

function showTables(): void {
  document.body.classList.toggle('tables', kept.value.tables);
  setAttribute(tables, 'aria-pressed', String(kept.value.tables));
}
