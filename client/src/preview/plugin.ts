import { Uri } from 'vscode';
import { decorate } from './decorate';
import type { PreviewMarks } from './previewMarks';
import type { MarkdownIt, Token } from './tokens';

/**
 * The plugin of VS Code's Markdown preview. Works on what is rendered, not on what is parsed: only there it is known which
 * document it is, and VS Code keeps what it parsed as long as the text stays, whatever the server says meanwhile.
 */
export function extendMarkdownIt(md: MarkdownIt, marks: PreviewMarks): MarkdownIt {
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens: Token[], options: unknown, env: unknown) => {
    const uri = (env as { currentDocument?: unknown } | undefined)?.currentDocument;
    const document = uri instanceof Uri ? marks.of(uri) : null;
    return render(document ? decorate(tokens, document) : tokens, options, env);
  };
  return md;
}
