/**
 * What LSP 3.18 lets a server send, as far as this server sends any of it: names of fields, and what each may be. A field that
 * the specification does not have is a mistake like one that is missing.
 */

/** Says what is wrong with a value, and where; nothing where it is right. */
export type Shape = (value: unknown, at: string) => string[];

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? String(value);
const test =
  (name: string, is: (value: unknown) => boolean): Shape =>
  (value, at) =>
    is(value) ? [] : [`${at}: ${show(value)} is no ${name}`];

const string = test('string', (value) => typeof value === 'string');
const boolean = test('boolean', (value) => typeof value === 'boolean');
const uinteger = test('uinteger', (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31);
const uri = test('URI', (value) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value));
const nothing = test('null', (value) => value === null);
const anything: Shape = (value, at) => (value === undefined ? [`${at} is missing`] : []);
const oneOf = (...values: unknown[]): Shape => test(`one of ${values}`, (value) => values.includes(value));

const list =
  (of: Shape): Shape =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((item, i) => of(item, `${at}[${i}]`)) : [`${at}: ${show(value)} is no list`];

const either =
  (...shapes: Shape[]): Shape =>
  (value, at) => {
    const wrong = shapes.map((shape) => shape(value, at));
    // The one that comes nearest says most.
    return wrong.some((one) => one.length === 0) ? [] : wrong.sort((a, b) => a.length - b.length)[0]!;
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const object =
  (required: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape =>
  (value, at) => {
    if (!isObject(value)) return [`${at}: ${show(value)} is no object`];
    const all = { ...required, ...optional };
    return [
      ...Object.keys(required).flatMap((key) => (value[key] === undefined ? [`${at}.${key} is missing`] : [])),
      ...Object.entries(value).flatMap(([key, one]) => {
        if (one === undefined) return [];
        return Object.hasOwn(all, key) ? all[key]!(one, `${at}.${key}`) : [`${at}.${key} is not in the specification`];
      }),
    ];
  };

const record =
  (of: Shape): Shape =>
  (value, at) =>
    isObject(value) ? Object.entries(value).flatMap(([key, one]) => of(one, `${at}[${key}]`)) : [`${at} is no object`];

const position = object({ line: uinteger, character: uinteger });
const range = object({ start: position, end: position });
const location = object({ uri, range });
const markup = object({ kind: oneOf('markdown', 'plaintext'), value: string });
const textEdit = object({ range, newText: string });
const edits = list(textEdit);
const versioned = object({ uri, version: either(nothing, test('integer', Number.isInteger)) });
const workspaceEdit = object(
  {},
  { changes: record(edits), documentChanges: list(object({ textDocument: versioned, edits })) },
);
const command = object({ title: string, command: string }, { arguments: list(anything) });
const diagnostic = object(
  { range, message: string },
  {
    severity: oneOf(1, 2, 3, 4),
    code: string,
    codeDescription: object({ href: uri }),
    source: string,
    tags: list(oneOf(1, 2)),
    relatedInformation: list(object({ location, message: string })),
    data: anything,
  },
);
const diagnostics = list(diagnostic);
const symbolKind = test('symbol kind', (value) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 26);
const documentSymbol: Shape = (value, at) =>
  object(
    {
      name: test('name', (name) => typeof name === 'string' && name.trim() !== ''),
      kind: symbolKind,
      range,
      selectionRange: range,
    },
    { detail: string, tags: list(oneOf(1)), children: list(documentSymbol) },
  )(value, at);
const symbolInformation = object(
  { name: string, kind: symbolKind, location },
  { containerName: string, tags: list(oneOf(1)) },
);
const selectionRange: Shape = (value, at) => object({ range }, { parent: selectionRange })(value, at);
const callItem = object(
  { name: string, kind: symbolKind, uri, range, selectionRange: range },
  { tags: list(oneOf(1)), detail: string, data: anything },
);
const codeAction = object(
  { title: string },
  {
    kind: string,
    diagnostics,
    isPreferred: boolean,
    disabled: object({ reason: string }),
    edit: workspaceEdit,
    command,
    data: anything,
  },
);
const completionItem = object(
  { label: string },
  {
    labelDetails: object({}, { detail: string, description: string }),
    kind: test('completion kind', (value) =>
      Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 25),
    detail: string,
    documentation: either(string, markup),
    preselect: boolean,
    sortText: string,
    filterText: string,
    insertText: string,
    insertTextFormat: oneOf(1, 2),
    textEdit,
    additionalTextEdits: edits,
    commitCharacters: list(string),
    command,
    data: anything,
  },
);
const codeLens = object({ range }, { command, data: anything });
const inlayHint = object(
  { position, label: string },
  { kind: oneOf(1, 2), paddingLeft: boolean, paddingRight: boolean, tooltip: either(string, markup), data: anything },
);
const report = (more: Record<string, Shape>): Shape =>
  either(
    object({ kind: oneOf('full'), items: diagnostics, ...more }, { resultId: string }),
    object({ kind: oneOf('unchanged'), resultId: string, ...more }),
  );
const maybe = (shape: Shape): Shape => either(nothing, shape);

/** Results by request. */
export const results: Readonly<Record<string, Shape>> = {
  'textDocument/hover': maybe(object({ contents: markup }, { range })),
  'textDocument/definition': maybe(
    either(
      location,
      list(location),
      list(
        object({ targetUri: uri, targetRange: range, targetSelectionRange: range }, { originSelectionRange: range }),
      ),
    ),
  ),
  'textDocument/references': maybe(list(location)),
  'textDocument/documentHighlight': maybe(list(object({ range }, { kind: oneOf(1, 2, 3) }))),
  'textDocument/documentSymbol': maybe(either(list(documentSymbol), list(symbolInformation))),
  'textDocument/documentLink': maybe(list(object({ range }, { target: uri, tooltip: string, data: anything }))),
  'textDocument/codeAction': maybe(list(codeAction)),
  'codeAction/resolve': codeAction,
  'textDocument/codeLens': maybe(list(codeLens)),
  'codeLens/resolve': codeLens,
  'textDocument/completion': maybe(object({ isIncomplete: boolean, items: list(completionItem) })),
  'textDocument/prepareRename': maybe(object({ range, placeholder: string })),
  'textDocument/rename': maybe(workspaceEdit),
  'textDocument/foldingRange': maybe(
    list(object({ startLine: uinteger, endLine: uinteger }, { kind: oneOf('comment', 'imports', 'region') })),
  ),
  'textDocument/selectionRange': maybe(list(selectionRange)),
  'textDocument/inlayHint': maybe(list(inlayHint)),
  'textDocument/semanticTokens/full': maybe(object({ data: list(uinteger) }, { resultId: string })),
  'textDocument/semanticTokens/range': maybe(object({ data: list(uinteger) }, { resultId: string })),
  'textDocument/prepareCallHierarchy': maybe(list(callItem)),
  'callHierarchy/incomingCalls': maybe(list(object({ from: callItem, fromRanges: list(range) }))),
  'callHierarchy/outgoingCalls': maybe(list(object({ to: callItem, fromRanges: list(range) }))),
  'textDocument/diagnostic': report({}),
  'workspace/diagnostic': object({ items: list(report({ uri, version: either(nothing, uinteger) })) }),
  'workspace/symbol': maybe(list(symbolInformation)),
  shutdown: nothing,
};

const watchers = object({ watchers: list(object({ globPattern: string }, { kind: uinteger })) });

/** What a server tells or asks of its own accord, by method. */
export const told: Readonly<Record<string, Shape>> = {
  'textDocument/publishDiagnostics': object({ uri, diagnostics }, { version: uinteger }),
  'window/logMessage': object({ type: oneOf(1, 2, 3, 4, 5), message: string }),
  'window/workDoneProgress/create': object({ token: either(string, uinteger) }),
  $progress: anything,
  'client/registerCapability': object({
    registrations: list(
      object({ id: string, method: string }, { registerOptions: either(watchers, object({}, { section: string })) }),
    ),
  }),
  'workspace/configuration': object({ items: list(object({}, { scopeUri: uri, section: string })) }),
};

/** The fields of a begun, reported or ended piece of work. */
export const workDone = either(
  object({ kind: oneOf('begin'), title: string }, { cancellable: boolean, message: string, percentage: uinteger }),
  object({ kind: oneOf('report') }, { cancellable: boolean, message: string, percentage: uinteger }),
  object({ kind: oneOf('end') }, { message: string }),
);
