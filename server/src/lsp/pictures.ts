import type { Snapshot } from '../core/analysis/snapshot';
import { board } from '../core/features/board';
import { isOrdinaryDocument } from '../names';
import { type BoardResult, boardRequest, type PictureParams, picturesChangedNotification } from '../protocol';
import { canonical } from './documents';
import { type Host, Quiet } from './host';
import type { Answers } from './navigation';

const quietMilliseconds = 120;

/** Answers what draws a whole plan, and tells when to ask again; silent until the client has asked for the first time. */
export class Pictures {
  #asked = false;
  readonly #quiet: Quiet;

  constructor(answers: Answers, host: Host) {
    const { connection, guard, documents } = answers;
    this.#quiet = new Quiet(
      host,
      quietMilliseconds,
      guard.run('pictures', () => void connection.sendNotification(picturesChangedNotification)),
    );
    const answer = (request: string, draw: (snapshot: Snapshot, uri: string) => object | null): void => {
      connection.onRequest(
        request,
        guard.request(
          request,
          () => documents.snapshot,
          ({ uri }: PictureParams, snapshot) => {
            this.#asked = true;
            return isOrdinaryDocument(uri) ? null : draw(snapshot, canonical(uri));
          },
        ),
      );
    };
    const lineOf = (snapshot: Snapshot, uri: string) => {
      const source = snapshot.source(uri)!;
      return ({ start }: { start: number }) => source.lineAt(start);
    };

    answer(boardRequest, (snapshot, uri): BoardResult => {
      const drawn = board(snapshot, uri);
      if (!drawn) return null;
      const line = lineOf(snapshot, uri);
      return {
        ...drawn,
        uri: documents.clientUri(uri),
        columns: drawn.columns.map((column) => ({ ...column, words: [...column.words] })),
        phases: drawn.phases.map(({ span, ...lane }) => ({ ...lane, line: line(span) })),
        owners: [...drawn.owners],
        cards: drawn.cards.map(({ span, waitsOn, findings, ...card }) => ({
          ...card,
          line: line(span),
          waitsOn: [...waitsOn],
          findings: [...findings],
        })),
      };
    });
  }

  changed(): void {
    if (this.#asked) this.#quiet.touch();
  }

  stop(): void {
    this.#quiet.stop();
  }
}
