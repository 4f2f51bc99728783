/** A part of a text to be typed: as it stands; or a place to be filled in, with what stands there at first, or words to choose from. */
export type Part = string | { readonly hold: string } | { readonly choices: readonly string[] };

/** A text to be typed, plain and as a snippet. */
export interface SnippetText {
  readonly plain: string;
  /** In the snippet syntax of LSP 3.17: `${1:text}`, `${2|one,two|}`, `$0`. */
  readonly snippet: string;
}

/** The places are filled in one after the other; the cursor ends behind all of it. */
export function snippetOf(parts: readonly Part[]): SnippetText {
  let plain = '';
  let snippet = '';
  let stop = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      plain += part;
      snippet += escaped(part);
    } else if ('hold' in part) {
      plain += part.hold;
      snippet += part.hold === '' ? `\${${++stop}}` : `\${${++stop}:${escaped(part.hold)}}`;
    } else {
      plain += part.choices[0] ?? '';
      snippet += `\${${++stop}|${part.choices.map(choice).join(',')}|}`;
    }
  }
  return { plain, snippet: `${snippet}$0` };
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const choice = (text: string): string => text.replace(/[\\,|]/g, '\\$&').replace(/[$}]/g, '\\$&');
