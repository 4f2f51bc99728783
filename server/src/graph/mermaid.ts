import { cardName, shortened } from './names';
import type { Picture } from './visible';
import { everything, type View, visibleIn } from './visible';

/** Brackets that give each status a shape of its own. */
const shapes = {
  none: ['[', ']'],
  todo: ['[', ']'],
  active: ['(', ')'],
  review: ['{{', '}}'],
  done: ['([', '])'],
  blocked: ['[[', ']]'],
  dropped: ['[/', '/]'],
} as const;

const classes = [
  'classDef todo stroke:#7b8698,stroke-width:1px',
  'classDef active stroke:#a66a00,stroke-width:2px',
  'classDef review stroke:#8646b8,stroke-width:2px',
  'classDef done stroke:#1f8045,stroke-width:2px',
  'classDef blocked stroke:#c62f2f,stroke-width:2px',
  'classDef dropped stroke:#9aa3b2,stroke-dasharray:4 3',
];

/**
 * A graph as a Mermaid flowchart, to be pasted into a fence of the plan: phases as subgraphs, unmet dependencies dashed,
 * those in a circle thick and red. Texts are quoted, and all that Mermaid or Markdown would read in them is a number.
 */
export function toMermaid(picture: Picture, view: View = everything): string {
  const visible = visibleIn(picture, view);
  const lines = ['flowchart TB'];
  const used = new Set<string>();
  for (const { band, nodes } of visible.bands) {
    const { title, done, total } = picture.bands[band]!;
    const share = total > 0 ? ` ${done}/${total}` : '';
    if (nodes.length === 0) {
      lines.push(`  b${band}["${quoted(shortened(title) + share)}"]`);
      continue;
    }
    lines.push(`  subgraph b${band}["${quoted(shortened(title) + share)}"]`);
    for (const index of nodes) {
      const node = picture.nodes[index]!;
      const kind = node.status?.kind ?? 'none';
      const [open, close] = shapes[kind];
      if (kind !== 'none') used.add(kind);
      lines.push(`    n${index}${open}"${quoted(cardName(node))}"${close}${kind === 'none' ? '' : `:::${kind}`}`);
    }
    lines.push('  end');
  }
  const red: number[] = [];
  visible.edges.forEach(({ from, to, met, soft, cycle, broken }, i) => {
    const arrow = cycle ? '==>' : soft || !met ? '-.->' : '-->';
    lines.push(`  ${idOf(from)} ${arrow} ${idOf(to)}`);
    if (cycle || broken) red.push(i);
  });
  lines.push(...classes.filter((line) => used.has(line.split(' ')[1]!)).map((line) => `  ${line}`));
  if (red.length > 0) lines.push(`  linkStyle ${red.join(',')} stroke:#c62f2f`);
  return `${lines.join('\n')}\n`;
}

const idOf = (end: number): string => (end < 0 ? `b${~end}` : `n${end}`);

/**
 * Letters, digits, spaces and a few harmless marks stay; anything else of ASCII becomes Mermaid's `#35;`, and so does what
 * would make a list of the text.
 */
const quoted = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[!-/:-@[-`{-~]/g, (character) => (harmless.test(character) ? character : number(character)))
    .replace(/^(\d*)([-+.])/, (_, digits: string, mark: string) => digits + number(mark));

const number = (character: string): string => `#${character.charCodeAt(0)};`;

const harmless = /[-,./+]/;
