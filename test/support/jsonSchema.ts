import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';

/**
 * A file with a schema as VS Code's JSON support has it: what it reports, completes and shows there. `others` are the schemas that the
 * file or the first one refers to, by address.
 */
export function jsonFile(schema: JSONSchema, text: string, others: Readonly<Record<string, JSONSchema>> = {}) {
  const service = getLanguageService({
    schemaRequestService: (uri) => Promise.reject(`not fetched: ${uri}`),
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  });
  service.configure({
    schemas: [
      { uri: 'file:///schema.json', fileMatch: ['*'], schema },
      ...Object.entries(others).map(([uri, other]) => ({ uri, schema: other })),
    ],
    allowComments: true,
  });
  const cursor = text.indexOf('$0');
  const document = TextDocument.create('file:///file.json', 'jsonc', 0, text.replace('$0', ''));
  const root = service.parseJSONDocument(document);
  const position = document.positionAt(cursor);
  return {
    /** What is wrong, with the text that it is about. */
    async problems(): Promise<string[]> {
      const options = { comments: 'ignore', trailingCommas: 'ignore' } as const;
      const found = await service.doValidation(document, root, options);
      return found.map(({ message, range }) => `${document.getText(range)}: ${message}`);
    },
    /** What is offered at `$0`. */
    async completions() {
      return (await service.doComplete(document, position, root))?.items ?? [];
    },
    /** What is shown at `$0`. */
    async hover(): Promise<string> {
      const { contents = [] } = (await service.doHover(document, position, root)) ?? {};
      return [contents]
        .flat()
        .map((part) => (typeof part === 'string' ? part : part.value))
        .join('\n');
    },
  };
}
