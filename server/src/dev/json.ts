/** JSON as the formatter writes it: two spaces, and a list of plain values on one line where it fits. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const lists = /^( *)(.*)\[\n([^[\]{}]*?)\n *\](,?)$/gm;
  const joined = text.replace(lists, (whole, indent: string, before: string, items: string, comma: string) => {
    const line = `${indent}${before}[${items.trim().replace(/\n\s+/g, ' ')}]${comma}`;
    return line.length <= 120 ? line : whole;
  });
  return `${joined}\n`;
}
