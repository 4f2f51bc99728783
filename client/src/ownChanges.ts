import { Position, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { WireWorkspaceEdit } from '../../server/src/protocol';

/** A place of a text after a change, in UTF-16 code units; what stands there, and what stood there before. */
interface Piece {
  readonly uri: string;
  readonly offset: number;
  readonly now: string;
  readonly before: string;
}

/**
 * What was changed in texts from a panel or from the sidebar, to be taken back from there, last things first, while nobody
 * else has changed the texts. It is taken back by an edit of its own: the editor's undo works on the editor that has, or
 * last had, the focus: that would come before the panel, and may be that of another text.
 */
export class OwnChanges {
  private made: Piece[][] = [];
  private next: Piece[] = [];
  /** The version at which we left each text. */
  private readonly left = new Map<string, number>();

  /** This edit will be made: the texts are as they were before it. */
  prepare({ documentChanges }: WireWorkspaceEdit): void {
    const documents = documentChanges.flatMap(({ textDocument, edits }) => {
      const document = openDocument(textDocument.uri);
      return document ? [{ document, edits }] : [];
    });
    // What came before can no longer be taken back where somebody else has had a hand in it.
    if (documents.some(({ document }) => this.isForeign(document.uri.toString()))) this.made = [];
    this.next = documents.flatMap(({ document, edits }) => piecesOf(document, edits));
  }

  /** What was prepared was made. */
  note(): void {
    this.made.push(this.next);
    this.leave(this.next);
    this.next = [];
  }

  /** @returns Whether something was taken back; `changed`: there was something, but its text has become another. */
  async undo(): Promise<'done' | 'nothing' | 'changed'> {
    const last = this.made.pop();
    if (!last) return 'nothing';
    const edit = new WorkspaceEdit();
    for (const { uri, offset, now, before } of last) {
      const document = openDocument(uri);
      if (!document || this.isForeign(uri)) return this.giveUp();
      const range = new Range(document.positionAt(offset), document.positionAt(offset + now.length));
      if (document.getText(range) !== now) return this.giveUp();
      edit.replace(Uri.parse(uri), range, before);
    }
    if (!(await workspace.applyEdit(edit))) return this.giveUp();
    this.leave(last);
    return 'done';
  }

  private giveUp(): 'changed' {
    this.made = [];
    return 'changed';
  }

  private leave(pieces: readonly Piece[]): void {
    for (const { uri } of pieces) this.left.set(uri, openDocument(uri)?.version ?? Number.NaN);
  }

  private isForeign(uri: string): boolean {
    return this.left.has(uri) && this.left.get(uri) !== openDocument(uri)?.version;
  }
}

/** The pieces of some edits of a text that are still to be made. */
function piecesOf(document: TextDocument, edits: WireWorkspaceEdit['documentChanges'][number]['edits']): Piece[] {
  const found = edits.map(({ range, newText }) => {
    const start = new Position(range.start.line, range.start.character);
    const end = new Position(range.end.line, range.end.character);
    return { start: document.offsetAt(start), before: document.getText(new Range(start, end)), now: newText };
  });
  let shift = 0;
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, before, now }) => {
      const offset = start + shift;
      shift += now.length - before.length;
      return { uri: document.uri.toString(), offset, now, before };
    });
}

const openDocument = (uri: string): TextDocument | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === Uri.parse(uri).toString());
