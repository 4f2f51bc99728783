import type { Graph } from '../../../server/src/protocol';
import { h, userText } from '../kit/dom';
import { post } from '../kit/host';
import { l10n } from '../kit/l10n';
import { statusSign } from '../kit/statuses';
import { endName, nameOf, neighbours, statusWords } from './words';

const mostOpen = 300;

/** The graph as tables, one for each phase: all that the picture says. */
export class TextView {
  readonly element = h('div', { class: 'text-view', hidden: true, tabindex: -1 });
  #shown: Graph | null = null;

  show(graph: Graph | null): void {
    if (this.element.hidden || graph === this.#shown) return;
    const isOther = graph?.uri !== this.#shown?.uri;
    this.#shown = graph;
    const open = new Set(
      [...this.element.querySelectorAll('details')].filter((one) => one.open).map((one) => one.dataset.key),
    );
    const first = isOther && (graph?.nodes.length ?? 0) <= mostOpen;
    this.element.replaceChildren(...(graph?.bands ?? []).map((_, band) => this.#part(graph!, band, open, first)));
  }

  #part(graph: Graph, band: number, open: ReadonlySet<string | undefined>, all: boolean): HTMLElement {
    const { id, title, done, total } = graph.bands[band]!;
    const waits = neighbours(graph, ~band, 'from').map(({ from }) => endName(graph, from));
    const part = h(
      'details',
      { 'data-key': id },
      h(
        'summary',
        {},
        userText('span', 'name', title || '—'),
        ' ',
        h('span', { class: 'count' }, total > 0 ? `${done}/${total}` : ''),
        waits.length > 0 ? userText('span', 'waits', l10n.t('needs {0}', waits.join(', '))) : null,
      ),
    );
    const fill = () => {
      if (part.open && part.childElementCount === 1) part.append(table(graph, band));
    };
    part.addEventListener('toggle', fill);
    part.open = all || open.has(id);
    fill();
    return part;
  }
}

interface Row {
  readonly node: Graph['nodes'][number];
  readonly critical: boolean;
  readonly needs: string;
  readonly neededBy: string;
}

/** Columns of which the last four are there where they say something. */
function table(graph: Graph, band: number): HTMLElement {
  const critical = new Set(graph.critical?.nodes);
  const ends = (index: number, side: 'from' | 'to') =>
    neighbours(graph, index, side)
      .map((edge) =>
        [
          endName(graph, edge[side]),
          edge.cycle ? l10n.t('a circle') : '',
          edge.soft ? l10n.t('wanted, not needed') : '',
        ]
          .filter(Boolean)
          .join(' · '),
      )
      .join(', ');
  const rows = graph.nodes.flatMap((node, index): Row[] =>
    node.band === band
      ? [{ node, critical: critical.has(index), needs: ends(index, 'from'), neededBy: ends(index, 'to') }]
      : [],
  );
  const optional = [
    { name: l10n.t('Needs'), text: ({ needs }: Row) => needs },
    { name: l10n.t('Needed by'), text: ({ neededBy }: Row) => neededBy },
    { name: l10n.t('Estimate'), text: ({ node }: Row) => node.estimate ?? '' },
    { name: l10n.t('Owner'), text: ({ node }: Row) => node.owner ?? '' },
  ].filter(({ text }) => rows.some((row) => text(row) !== ''));
  const heads = [l10n.t('Ticket'), l10n.t('Status'), ...optional.map(({ name }) => name)];
  const { uri } = graph.bands[band]!;
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h(
      'tbody',
      {},
      ...rows.map((row) =>
        h(
          'tr',
          {},
          ticketCell(row, uri),
          statusCell(row),
          ...optional.map(({ text }) => h('td', {}, userText('span', '', text(row)))),
        ),
      ),
    ),
  );
}

function ticketCell({ node }: Row, uri: string): HTMLElement {
  const go = h('button', { class: 'go' }, userText('span', '', nameOf(node)));
  go.addEventListener('click', () => post({ type: 'open', uri, line: node.line }));
  const findings = node.findings.map(({ severity, message }) => userText('div', `finding ${severity}`, message));
  return h('th', { scope: 'row' }, go, ...findings);
}

function statusCell({ node, critical }: Row): HTMLElement {
  const words = [statusWords(node), critical ? l10n.t('critical path') : ''].filter(Boolean).join(' · ');
  return h('td', {}, statusSign(node.status?.kind ?? null), userText('span', '', words));
}
