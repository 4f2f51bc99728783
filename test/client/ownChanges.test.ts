import { beforeEach, describe, expect, it, vi } from 'vitest';

const editor = vi.hoisted(() => ({ documents: [] as { uri: string }[], applies: true }));

vi.mock('vscode', () => {
  class Uri {
    constructor(readonly path: string) {}
    static parse = (text: string) => new Uri(text);
    toString() {
      return this.path;
    }
  }
  class Position {
    constructor(
      readonly line: number,
      readonly character: number,
    ) {}
  }
  class Range {
    constructor(
      readonly start: Position,
      readonly end: Position,
    ) {}
  }
  class WorkspaceEdit {
    readonly edits: [string, Range, string][] = [];
    replace(uri: Uri, range: Range, text: string) {
      this.edits.push([uri.path, range, text]);
    }
  }
  class Document {
    version = 1;
    constructor(
      readonly uri: Uri,
      public text: string,
    ) {}
    offsetAt({ line, character }: Position) {
      return this.text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
    }
    positionAt(offset: number) {
      const lines = this.text.slice(0, offset).split('\n');
      return new Position(lines.length - 1, lines.at(-1)!.length);
    }
    getText({ start, end }: Range) {
      return this.text.slice(this.offsetAt(start), this.offsetAt(end));
    }
    apply(edits: [Range, string][]) {
      const places = edits.map(([{ start, end }, text]) => [this.offsetAt(start), this.offsetAt(end), text] as const);
      for (const [start, end, text] of places.sort(([a], [b]) => b - a))
        this.text = this.text.slice(0, start) + text + this.text.slice(end);
      this.version++;
    }
  }
  const find = (uri: string) => (editor.documents as unknown as Document[]).find((one) => one.uri.path === uri)!;
  const workspace = {
    get textDocuments() {
      return editor.documents;
    },
    applyEdit: async ({ edits }: WorkspaceEdit) => {
      if (!editor.applies) return false;
      for (const uri of new Set(edits.map(([path]) => path)))
        find(uri).apply(edits.filter(([path]) => path === uri).map(([, range, text]) => [range, text]));
      return true;
    },
  };
  return { Uri, Position, Range, WorkspaceEdit, Document, workspace };
});
vi.resetModules();
const { OwnChanges } = await import('../../client/src/ownChanges');
const { Uri, Document, Range, Position } = (await import('vscode')) as unknown as {
  Uri: { parse(text: string): object };
  Document: new (uri: object, text: string) => FakeDocument;
  Range: new (start: object, end: object) => object;
  Position: new (line: number, character: number) => object;
};
interface FakeDocument {
  uri: { path: string };
  text: string;
  version: number;
  apply(edits: [object, string][]): void;
}

const plan = '| A | Open | Done: 0 |\n| B | Open |\nDone: 0 of 2\n';

/** The edits of texts as the server gives them: line, start, end, new text. */
type Edit = [line: number, start: number, end: number, text: string];
const wire = (edits: Record<string, Edit[]>) => ({
  documentChanges: Object.entries(edits).map(([uri, list]) => ({
    textDocument: { uri, version: 1 },
    edits: list.map(([line, start, end, newText]) => ({
      range: { start: { line, character: start }, end: { line, character: end } },
      newText,
    })),
  })),
});

describe('what was changed from a panel or the sidebar', () => {
  const documents = () => editor.documents as unknown as FakeDocument[];
  const texts = () => documents().map(({ text }) => text);
  let undo: InstanceType<typeof OwnChanges>;
  beforeEach(() => {
    editor.applies = true;
    editor.documents = ['a', 'b'].map((uri) => new Document(Uri.parse(uri), plan)) as never;
    undo = new OwnChanges();
  });

  /** Makes a change as a panel does. */
  function change(edits: Record<string, Edit[]>): void {
    undo.prepare(wire(edits));
    for (const [uri, list] of Object.entries(edits))
      documents()
        .find((document) => document.uri.path === uri)!
        .apply(
          list.map(([line, start, end, text]) => [new Range(new Position(line, start), new Position(line, end)), text]),
        );
    undo.note();
  }
  const setA: Edit[] = [
    [2, 6, 7, '1'],
    [0, 6, 10, 'In Progress'],
  ];

  it('is taken back as it was, in all texts at once', async () => {
    change({ a: setA, b: [[1, 6, 10, 'Done']] });
    expect(texts()).not.toContain(plan);
    expect(await undo.undo()).toBe('done');
    expect(texts()).toEqual([plan, plan]);
    expect(await undo.undo()).toBe('nothing');
  });

  it('is taken back last things first', async () => {
    change({ a: setA });
    const [once] = texts();
    change({ a: [[1, 6, 10, 'X']] });
    expect(await undo.undo()).toBe('done');
    expect(texts()[0]).toBe(once);
    expect(await undo.undo()).toBe('done');
    expect(texts()[0]).toBe(plan);
  });

  it('stays where somebody else has changed the text since', async () => {
    change({ a: setA });
    documents()[0]!.apply([[new Range(new Position(0, 0), new Position(0, 0)), '> ']]);
    const [after] = texts();
    expect(await undo.undo()).toBe('changed');
    expect(texts()[0]).toBe(after);
    expect(await undo.undo()).toBe('nothing');
  });

  it('stays where it was changed by others before a later change from here', async () => {
    change({ a: setA });
    documents()[0]!.apply([[new Range(new Position(2, 0), new Position(2, 4)), 'Ready']]);
    const [between] = texts();
    change({ a: [[1, 6, 10, 'X']] });
    expect(await undo.undo()).toBe('done');
    expect(texts()[0]).toBe(between);
    expect(await undo.undo()).toBe('nothing');
  });

  it('stays where the editor refuses', async () => {
    change({ a: setA });
    editor.applies = false;
    expect(await undo.undo()).toBe('changed');
  });
});
