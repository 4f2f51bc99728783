import type { Graph } from '../../../server/src/protocol';
import { l10n } from '../kit/l10n';
import { kindWord } from '../kit/statuses';

type Node = Graph['nodes'][number];

/** What a ticket is called in full: its id and its title. */
export const nameOf = ({ name, title, key }: Node): string =>
  name === null || title.startsWith(name) ? title || key : `${name} ${title}`;

/** Its id, else its title, cut where it is long. */
export const shortName = (node: Node): string => {
  const name = node.name ?? (node.title || node.key);
  return name.length > 60 ? `${name.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…` : name;
};

/** An end of an edge in short. */
export const endName = ({ nodes, bands }: Graph, end: number): string =>
  end < 0 ? bands[~end]!.title : shortName(nodes[end]!);

/** The status in the plan's own word, and what it means. */
export function statusWords({ status, ready }: Node): string {
  const word = status && !/^\[?.?\]?$/u.test(status.text) ? status.text : '';
  const kind = status?.kind ? kindWord(status.kind) : '';
  const meaning = kind.toLowerCase() === word.toLowerCase().replaceAll('_', ' ') ? '' : kind;
  return [word, meaning, ready ? l10n.t('ready to start') : ''].filter(Boolean).join(' · ');
}

/** What a ticket needs, or what needs it, by the ends of the graph's edges. */
export const neighbours = ({ edges }: Graph, index: number, side: 'from' | 'to'): Graph['edges'] =>
  edges.filter((edge) => edge[side === 'from' ? 'to' : 'from'] === index);
