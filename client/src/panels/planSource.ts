import {
  type PictureParams,
  type PictureResult,
  type TreeParams,
  type TreeResult,
  treeRequest,
} from '../../../server/src/protocol';
import type { PlanServer } from '../client';
import { changed } from './changes';
import type { PlanName, ShowMessage } from './messages';

/** What a picture is drawn from, by the number of the server's answer. */
export interface Picture<D> {
  readonly number: number;
  readonly data: D;
  /** How it became this; null where all of it was sent. */
  readonly change: ChangeOf | null;
}
type ChangeOf = Extract<ShowMessage<never>['picture'], { since: number }>;

/** What the server says of plans: which there are, and what a picture of one is drawn from. */
export class PlanSource<D extends { uri: string }> {
  private known: PlanName[] | null = null;
  private last: PlanName[] = [];
  private had: Picture<D> | null = null;

  constructor(
    private readonly server: PlanServer,
    private readonly request: string,
  ) {}

  /** The plans as of the last answer. */
  get plans(): PlanName[] {
    return this.last;
  }

  /** Plans may have come, gone or changed their names. */
  forget(): void {
    this.known = null;
  }

  /** The server is another one: it knows nothing of what was answered. */
  forgetAnswers(): void {
    this.forget();
    this.had = null;
  }

  /** Asks which plans there are, where that may have changed. */
  async readPlans(): Promise<void> {
    this.known ??= await this.names();
    this.last = this.known;
  }

  /**
   * What the wanted plan is drawn from; null where there is none.
   * @param orElse Take the first plan where there is no wanted one
   */
  async read(wanted: string | null, orElse: boolean): Promise<Picture<D> | null> {
    await this.readPlans();
    const found = wanted === null ? null : await this.ask(wanted);
    const other = found || !orElse ? undefined : this.last.find(({ uri }) => uri !== wanted);
    return other ? this.ask(other.uri) : found;
  }

  private async names(): Promise<PlanName[]> {
    const roots: TreeParams = { parent: null };
    const plans = await this.server.request<TreeResult>(treeRequest, roots);
    return plans.map(({ uri, label }) => ({ uri, label }));
  }

  private async ask(uri: string): Promise<Picture<D> | null> {
    const before = this.had?.data.uri === uri ? this.had : null;
    const params: PictureParams = { uri, have: before?.number ?? null };
    const answer = await this.server.request<PictureResult<D>>(this.request, params);
    this.had = answer && this.from(answer, before);
    return this.had;
  }

  private from(answer: NonNullable<PictureResult<D>>, before: Picture<D> | null): Picture<D> {
    if ('whole' in answer) return { number: answer.number, data: answer.whole, change: null };
    const data = before && changed(before.data, answer.changes);
    if (!data || answer.since !== before.number) throw new Error('an answer to another question');
    return { number: answer.number, data: data as D, change: answer };
  }
}
