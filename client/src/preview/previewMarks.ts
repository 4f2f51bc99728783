import {
  commands,
  type Disposable,
  type LogOutputChannel,
  TabInputWebview,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type Preview, type PreviewParams, type PreviewResult, previewRequest } from '../../../server/src/protocol';
import type { PlanServer } from '../client';
import type { DocumentMarks, LineMarks } from './decorate';

/** Longer than a preview waits until it renders what has changed, in milliseconds. */
const previewPause = 600;

/**
 * What the server said of the documents that are shown in a preview. Rendering cannot wait: it takes the last answer, and
 * the preview is rendered again when there is another one.
 */
export class PreviewMarks implements Disposable {
  private readonly documents = new Map<string, { text: string; marks: KnownLines } | null>();
  private readonly subscriptions: Disposable[];
  /** A document is being rendered that was not before: a preview of it opens, though its tab may not be told yet. */
  private opening = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = false;
  private outdated = false;

  constructor(
    private readonly server: PlanServer,
    private readonly output: LogOutputChannel,
  ) {
    this.subscriptions = [
      server.onDidChangePictures(() => this.update()),
      server.onDidChangeState((state) => {
        if (state === 'running') this.update();
      }),
    ];
  }

  /** What a document shows as far as it is known; asks for it where it is not. */
  of(uri: Uri): DocumentMarks | null {
    const key = uri.toString();
    const known = this.documents.get(key);
    if (known === undefined) {
      this.documents.set(key, null);
      this.opening = true;
      this.update();
    }
    const document = documentOf(key);
    if (!known || !document) return null;
    return {
      uri: key,
      on: (line) => (line < document.lineCount ? known.marks.at(document.lineAt(line).text, line) : null),
    };
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private update(): void {
    this.outdated = true;
    void this.ask().catch((error: unknown) => this.output.debug(String(error)));
  }

  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      // What is rendered again may be another preview that has only just opened.
      while (this.outdated) if (await this.hasNews()) await this.show();
    } finally {
      this.asking = false;
    }
  }

  /** Asks for all documents, as long as there is something new. */
  private async hasNews(): Promise<boolean> {
    let changed = false;
    while (this.outdated) {
      this.outdated = false;
      if (this.server.state !== 'running') return false;
      for (const uri of this.documents.keys()) changed = (await this.askFor(uri)) || changed;
    }
    return changed;
  }

  private async show(): Promise<void> {
    const { opening } = this;
    this.opening = false;
    if (opening || isPreviewOpen()) await this.refresh(opening && this.documents.size > 1);
    else this.documents.clear();
  }

  /**
   * Has previews rendered again. One that is just turning from another document may lose that wish: it takes none until it has
   * looked whether the document has changed. It is asked again after that, whatever else is rendered meanwhile.
   */
  private async refresh(isTurning: boolean): Promise<void> {
    const run = () => commands.executeCommand('markdown.preview.refresh');
    if (isTurning) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void run(), previewPause);
    }
    await run();
  }

  /** Whether the answer is another than before. */
  private async askFor(uri: string): Promise<boolean> {
    const params: PreviewParams = { uri };
    const answer = await this.server.request<PreviewResult>(previewRequest, params);
    const document = documentOf(uri);
    // An answer for a text that has gone on is followed by the next one.
    if (!document || (answer?.version ?? document.version) !== document.version) return false;
    const marks = answer && new KnownLines(document, answer);
    const text = marks?.text ?? '';
    if (text === (this.documents.get(uri)?.text ?? '')) {
      // The lines may have moved all the same.
      if (marks) this.documents.set(uri, { text, marks });
      return false;
    }
    this.documents.set(uri, marks && { text, marks });
    return true;
  }
}

const documentOf = (uri: string): TextDocument | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri);

/** The previews' own type is known by its name alone. */
const isPreviewOpen = (): boolean =>
  window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.includes('markdown')),
  ) || window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => isCustomPreview(input)));

const isCustomPreview = (input: unknown): boolean =>
  typeof (input as { viewType?: unknown })?.viewType === 'string' &&
  (input as { viewType: string }).viewType.startsWith('vscode.markdown.preview');

/**
 * Marks by the text of their line, so that what is typed elsewhere moves none of them; of lines that are alike, the nearest.
 */
class KnownLines {
  readonly #byText = new Map<string, { line: number; marks: LineMarks }[]>();
  /** Equal for answers that look the same. */
  readonly text: string;

  constructor(document: TextDocument, { marks, progress }: Preview) {
    const uri = document.uri.toString();
    const targets = marks.flatMap(({ shows }) => (shows.type === 'link' && shows.uri === uri ? [shows.line] : []));
    const lines = new Set([...marks, ...progress].map(({ line }) => line).concat(targets));
    const isTarget = new Set(targets);
    const own = new Map<number, Preview['marks']>();
    for (const mark of marks) add(own, mark.line, mark);
    const bars = new Map(progress.map(({ line, done, total }) => [line, { done, total }]));
    const told: string[] = [];
    for (const line of [...lines].sort((a, b) => a - b)) {
      if (line >= document.lineCount) continue;
      const { text } = document.lineAt(line);
      const shown = { marks: own.get(line) ?? [], isTarget: isTarget.has(line), progress: bars.get(line) ?? null };
      add(this.#byText, text, { line, marks: shown });
      told.push(`${text}\n${JSON.stringify(shown)}`);
    }
    this.text = told.join('\n');
  }

  at(text: string, line: number): LineMarks | null {
    const known = this.#byText.get(text);
    if (!known) return null;
    let [low, high] = [0, known.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (known[middle]!.line < line) low = middle + 1;
      else high = middle;
    }
    const [after, before] = [known[low]!, known[low - 1]];
    // Of two as near the one before: more is typed above than deleted.
    return (before && Math.abs(before.line - line) <= Math.abs(after.line - line) ? before : after).marks;
  }
}

function add<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
