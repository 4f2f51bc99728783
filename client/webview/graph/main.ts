import '../kit/kit.css';
import './graph.css';
import { toMermaid } from '../../../server/src/graph/mermaid';
import { criticalWords } from '../../../server/src/graph/svg';
import type { GraphMessage } from '../../src/panels/graphMessages';
import { type Guard, isBoolean, isNumber, isString, nullOr, objectOf } from '../../src/panels/guards';
import { h, setAttribute, setText } from '../kit/dom';
import { Kept, listen, post } from '../kit/host';
import { l10n } from '../kit/l10n';
import { PlanChoice } from '../kit/planChoice';
import type { State } from './arrange';
import { isGraph } from './data';
import { exportAs } from './exports';
import { GraphView } from './view';

const isFolds: Guard<State['folds']> = (value): value is State['folds'] =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'boolean');
const kept = new Kept<State>(
  objectOf<State>({
    of: nullOr(isString),
    camera: nullOr(objectOf<NonNullable<State['camera']>>({ x: isNumber, y: isNumber, scale: isNumber })),
    chain: nullOr(isString),
    folds: isFolds,
    text: isBoolean,
  }),
  { of: null, camera: null, chain: null, folds: {}, text: false },
);

const view = new GraphView(kept);
const title = h('h1', { dir: 'auto' });
const critical = h('span', { class: 'critical-words' });
const stale = h('p', { class: 'stale', hidden: true }, l10n.t('The server has stopped: this may be out of date.'));
const empty = h('p', { class: 'empty', hidden: true });
const plans = new PlanChoice();

const button = (text: string, label: string, run: (self: HTMLButtonElement) => void): HTMLButtonElement => {
  const made = h('button', { title: label, 'aria-label': label }, text);
  made.addEventListener('click', () => run(made));
  return made;
};
const asText = button(l10n.t('As text'), l10n.t('Show the graph as text'), () => showText(!kept.value.text));
const exporting = button(l10n.t('Export'), l10n.t('Export the graph'), (self) => {
  const { left, bottom } = self.getBoundingClientRect();
  view.menu.open(
    l10n.t('Export the graph'),
    [
      { text: l10n.t('Save as SVG…'), run: () => view.model && void exportAs('svg', view.model, view.say) },
      { text: l10n.t('Save as PNG…'), run: () => view.model && void exportAs('png', view.model, view.say) },
      {
        text: l10n.t('Copy as Mermaid'),
        run: () => view.model && post<GraphMessage>({ type: 'copy', text: toMermaid(view.model.graph, view.shown) }),
      },
    ],
    { x: left, y: bottom + 2 },
    self,
  );
});
exporting.setAttribute('aria-haspopup', 'menu');

document.body.append(
  h(
    'header',
    { class: 'toolbar' },
    title,
    critical,
    h(
      'div',
      { class: 'tools' },
      h(
        'span',
        { class: 'zoom', role: 'group', 'aria-label': l10n.t('Zoom') },
        button('−', l10n.t('Zoom out (-)'), () => view.zoom('out')),
        button('+', l10n.t('Zoom in (+)'), () => view.zoom('in')),
        button(l10n.t('Fit'), l10n.t('Fit: show the whole graph (0)'), () => view.zoom('fit')),
      ),
      button(l10n.t('Fold'), l10n.t('Fold or unfold all phases'), () => view.foldAll()),
      asText,
      exporting,
      plans.element,
    ),
  ),
  stale,
  empty,
  view.element,
);
view.element.prepend(
  h(
    'p',
    { class: 'hidden-text', id: 'graph-keys' },
    l10n.t(
      'Up goes to what it needs, Down to what needs it, Left and Right along the rows. Enter goes to the line. Space opens the menu. I tells more of it. F shows its chain alone, Escape all again. Plus and minus zoom, Shift and an arrow key moves the picture.',
    ),
  ),
);

listen(isGraph, kept, ({ data, ...message }) => {
  plans.show(message);
  setAttribute(stale, 'hidden', !message.stale);
  setText(title, data?.title || l10n.t('Graph'));
  setText(critical, data ? criticalWords(data, view.say) : '');
  setText(empty, data ? l10n.t('This plan has no tickets.') : l10n.t('There is no plan to show.'));
  const none = data === null || data.nodes.length === 0;
  setAttribute(empty, 'hidden', !none);
  setAttribute(view.element, 'hidden', none);
  view.show(none ? null : data);
  showText(kept.value.text);
});

function showText(on: boolean): void {
  if (kept.value.text !== on) kept.change({ text: on });
  setAttribute(asText, 'aria-pressed', String(on));
  view.showText(on);
}
