import type { Snapshot } from '../core/analysis/snapshot';
import { board } from '../core/features/board';
import { planGraph } from '../core/features/graph';
import { plain } from '../core/features/markdown';
import { previewMarks } from '../core/features/preview';
import { report } from '../core/features/report';
import type { Span } from '../core/text/span';
import { isOrdinaryDocument } from '../names';
import {
  type Board,
  boardRequest,
  type Graph,
  graphRequest,
  type PictureParams,
  type PreviewMark,
  type PreviewResult,
  picturesChangedNotification,
  previewRequest,
  type Report,
  reportRequest,
} from '../protocol';
import type { Moment } from './documents';
import { type Host, Quiet } from './host';
import type { Answers } from './navigation';
import { SentPictures } from './pictureChanges';

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
    const sent = new SentPictures();
    const answer = <P extends { uri: string }>(request: string, draw: (moment: Moment, params: P) => object | null) => {
      connection.onRequest(
        request,
        guard.request(
          request,
          ({ uri }: P) => documents.moment(uri),
          (params, moment) => {
            this.#asked = true;
            return isOrdinaryDocument(params.uri) ? null : draw(moment, params);
          },
        ),
      );
    };
    const answerPicture = <D extends object>(request: string, draw: (moment: Moment) => D | null): void =>
      answer(request, (moment, { uri, have }: PictureParams) => sent.answer(`${request} ${uri}`, have, draw(moment)));
    const lineOf = (snapshot: Snapshot, uri: string) => {
      const source = snapshot.source(uri)!;
      return ({ start }: { start: number }) => source.lineAt(start);
    };

    answerPicture(boardRequest, ({ snapshot, uri }): Board | null => {
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

    answerPicture(graphRequest, ({ snapshot, uri }): Graph | null => {
      const analysis = snapshot.analysis(uri);
      if (!analysis) return null;
      const { bands, nodes, edges, critical } = planGraph(snapshot, [uri]);
      return {
        uri: documents.clientUri(uri),
        title: plain(analysis.plan.title ?? ''),
        bands: bands.map(({ span, ...band }) => ({
          ...band,
          uri: documents.clientUri(band.uri),
          line: lineOf(snapshot, band.uri)(span),
        })),
        nodes: nodes.map(({ span, uri: own, findings, ...node }) => ({
          ...node,
          findings: [...findings],
          line: lineOf(snapshot, own)(span),
        })),
        edges: [...edges],
        critical: critical && { ...critical, nodes: [...critical.nodes] },
      };
    });

    answerPicture(reportRequest, ({ snapshot, uri }): Report | null => {
      const found = report(snapshot, uri);
      if (!found) return null;
      const line = lineOf(snapshot, uri);
      const withLine = <T extends { span: Span }>({ span, ...rest }: T) => ({ ...rest, line: line(span) });
      return {
        ...found,
        uri: documents.clientUri(uri),
        phases: found.phases.map(withLine),
        claims: found.claims.map(withLine),
        history: { ...found.history, points: [...found.history.points], stated: [...found.history.stated] },
        milestones: found.milestones.map(withLine),
        ready: found.ready.map(withLine),
        waves: [...found.waves],
      };
    });

    answer(previewRequest, ({ snapshot, uri, version }): PreviewResult => {
      const found = previewMarks(snapshot, uri);
      if (!found) return null;
      const line = lineOf(snapshot, uri);
      const marks = found.marks.map(({ span, shows, ...rest }): PreviewMark => {
        if (shows.type !== 'link') return { ...rest, line: line(span), shows };
        const target = { uri: documents.clientUri(shows.uri), line: lineOf(snapshot, shows.uri)(shows.span) };
        return { ...rest, line: line(span), shows: { type: 'link', ...target } };
      });
      const progress = found.progress.map(({ span, ...rest }) => ({ ...rest, line: line(span) }));
      return { version, marks, progress };
    });
  }

  changed(): void {
    if (this.#asked) this.#quiet.touch();
  }

  stop(): void {
    this.#quiet.stop();
  }
}
