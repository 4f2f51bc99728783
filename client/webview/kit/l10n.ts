/** The texts of the editor's language, as `vscode.l10n` has them; none for English. */
const texts: unknown = JSON.parse(document.body.dataset.texts ?? '{}');

/** As in `vscode.l10n`: the text in the editor's language, with `{0}`, `{1}`, … filled in. */
export const l10n = {
  t(message: string, ...values: readonly (string | number)[]): string {
    const known = (texts as Record<string, unknown>)[message];
    const text = typeof known === 'string' ? known : message;
    return text.replace(/\{(\d+)\}/g, (all, i: string) => String(values[Number(i)] ?? all));
  },
};
