import { env, l10n, Uri, type Webview } from 'vscode';

/** Where the bundles of the webviews are, and the only place that they may load from. */
export const bundles = (extension: Uri): Uri => Uri.joinPath(extension, 'client', 'dist', 'webview');

/**
 * The page of a webview: one script and one style of ours, and nothing else; nothing from the network, nothing inline.
 * @param name of the bundle
 * @param title is shown nowhere, but read out
 * @param policy what is allowed beyond that
 */
export function page(
  webview: Webview,
  extension: Uri,
  { name, title, policy: more = '' }: { name: string; title: string; policy?: string },
): string {
  const nonce = randomWord();
  const file = (end: string) =>
    attribute(webview.asWebviewUri(Uri.joinPath(bundles(extension), `${name}.${end}`)).toString());
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; ${more}`;
  return `<!DOCTYPE html>
<html lang="${attribute(env.language)}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${file('css')}">
</head>
<body data-texts="${attribute(JSON.stringify(l10n.bundle ?? {}))}">
<script nonce="${nonce}" src="${file('js')}"></script>
</body>
</html>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const attribute = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

/** 128 bits that cannot be guessed. */
function randomWord(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
