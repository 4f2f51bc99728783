/** An element of SVG: drawn once, written as text for files and made into nodes of the DOM in a webview. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Element | string)[];
}

/** @param children Text as it is: it is escaped where it is written. Empty strings and nulls are left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  ...children: readonly (Element | string | null)[]
): Element {
  const kept = Object.entries(attributes).filter((entry): entry is [string, string | number] => entry[1] !== null);
  return {
    tag,
    attributes: Object.fromEntries(kept),
    children: children.filter((child): child is Element | string => child !== null && child !== ''),
  };
}

/** The element as XML 1.0. What XML cannot hold (control characters, lone surrogates) becomes U+FFFD. */
export function serialize({ tag, attributes, children }: Element, indent = ''): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const open = `${indent}<${tag}${written.join('')}`;
  if (children.length === 0) return `${open}/>\n`;
  if (children.some((child) => typeof child === 'string')) {
    const inside = children.map((child) => (typeof child === 'string' ? escapeXml(child) : serialize(child).trimEnd()));
    return `${open}>${inside.join('')}</${tag}>\n`;
  }
  const inside = children.map((child) => serialize(child as Element, `${indent}  `));
  return `${open}>\n${inside.join('')}${indent}</${tag}>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML 1.0 has it, between tags and in attributes. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character]!);
}
