import type { Mark } from './marks';

/** The colours of one scheme. */
interface Palette {
  readonly page: string;
  readonly strip: string;
  readonly rim: string;
  readonly card: string;
  readonly cardRim: string;
  readonly text: string;
  readonly faint: string;
  readonly cut: string;
  readonly edge: string;
  readonly red: string;
  readonly accent: string;
  readonly kinds: Readonly<Record<Mark, string>>;
}

const light: Palette = {
  page: '#ffffff',
  strip: '#f5f6f9',
  rim: '#dfe3ea',
  card: '#ffffff',
  cardRim: '#d3d9e3',
  text: '#1c2434',
  faint: '#5c6679',
  cut: '#ffffff',
  edge: '#8b96a9',
  red: '#c62f2f',
  accent: '#6b4fd8',
  kinds: {
    none: '#7b8698',
    todo: '#7b8698',
    ready: '#1668c7',
    active: '#a66a00',
    review: '#8646b8',
    done: '#1f8045',
    blocked: '#c62f2f',
    dropped: '#9aa3b2',
  },
};

const dark: Palette = {
  page: '#16191f',
  strip: '#1d2129',
  rim: '#2c323d',
  card: '#262b35',
  cardRim: '#3a4250',
  text: '#e7eaf0',
  faint: '#a3adbd',
  cut: '#16191f',
  edge: '#76829a',
  red: '#ff7b72',
  accent: '#a99bff',
  kinds: {
    none: '#8e99ab',
    todo: '#8e99ab',
    ready: '#62aeff',
    active: '#e5b04b',
    review: '#c792ea',
    done: '#5cc98a',
    blocked: '#ff7b72',
    dropped: '#6d7789',
  },
};

export type Scheme = 'auto' | 'light' | 'dark';

const fonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans CJK JP', sans-serif";

/** The style sheet of a picture that stands alone; `auto` follows the reader's own light or dark. */
export function styleSheet(scheme: Scheme): string {
  const colours = scheme === 'dark' ? rules(dark) : rules(light);
  const other = scheme === 'auto' ? `\n@media (prefers-color-scheme: dark) {\n${rules(dark)}\n}` : '';
  return `${shape}\n${colours}${other}`;
}

const shape = `text { font-family: ${fonts}; unicode-bidi: plaintext; white-space: pre; }
text[direction] { unicode-bidi: isolate; }
.name, .label, .heading { font-weight: 600; }
.label, .share { paint-order: stroke; stroke-width: 5; stroke-linejoin: round; }
.card { stroke-width: 1; }
.node.critical .card { stroke-width: 2; }
.node.dropped .title, .node.dropped .name { text-decoration: line-through; }
.mark .line { fill: none; stroke-width: 1.6; stroke-linecap: round; }
.mark .cut { fill: none; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.edge { fill: none; stroke-width: 1.4; }
.edge.unmet { stroke-dasharray: 6 4; }
.edge.soft { stroke-dasharray: 1.5 4; stroke-linecap: round; }
.edge.critical { stroke-width: 2.6; }
.edge.broken { stroke-width: 2.2; stroke-dasharray: 6 4; }
.edge.cycle { stroke-width: 2.6; }`;

function rules(p: Palette): string {
  const kinds = Object.entries(p.kinds).map(
    ([kind, colour]) =>
      `.node.${kind} .side, .mark.${kind} .fill { fill: ${colour}; } .mark.${kind} .line { stroke: ${colour}; }`,
  );
  const arrows = (name: string, colour: string) =>
    `.edge.${name} { stroke: ${colour}; } .arrow.${name} { fill: ${colour}; }`;
  return [
    `.page { fill: ${p.page}; }`,
    `.strip { fill: ${p.strip}; stroke: ${p.rim}; }`,
    `.label, .share { stroke: ${p.strip}; }`,
    `.card { fill: ${p.card}; stroke: ${p.cardRim}; }`,
    `.name, .title, .label, .heading { fill: ${p.text}; }`,
    `.word, .facts, .share, .legend, .subheading { fill: ${p.faint}; }`,
    `.bar { fill: ${p.rim}; } .filled { fill: ${p.kinds.done}; }`,
    `.cut { stroke: ${p.cut}; }`,
    ...kinds,
    `.mark.warning .fill { fill: ${p.red}; } .mark.remark .line { stroke: ${p.faint}; }`,
    ...['met', 'unmet', 'soft'].map((name) => arrows(name, p.edge)),
    arrows('critical', p.accent),
    ...['broken', 'cycle'].map((name) => arrows(name, p.red)),
    `.node.critical .card { stroke: ${p.accent}; }`,
    `.node.dropped .title, .node.dropped .name { fill: ${p.faint}; }`,
  ].join('\n');
}
