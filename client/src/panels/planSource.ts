import { type PictureParams, type TreeParams, type TreeResult, treeRequest } from '../../../server/src/protocol';
import type { PlanServer } from '../client';
import type { PlanName } from './messages';

/** What the server says of plans: which there are, and what a picture of one is drawn from. */
export class PlanSource<D> {
  private known: PlanName[] | null = null;
  private last: PlanName[] = [];

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

  /**
   * What the wanted plan is drawn from; null where there is none.
   * @param orElse Take the first plan where there is no wanted one
   */
  async read(wanted: string | null, orElse: boolean): Promise<D | null> {
    this.known ??= await this.names();
    this.last = this.known;
    const found = wanted === null ? null : await this.ask(wanted);
    const other = found || !orElse ? undefined : this.last.find(({ uri }) => uri !== wanted);
    return other ? this.ask(other.uri) : found;
  }

  private async names(): Promise<PlanName[]> {
    const roots: TreeParams = { parent: null };
    const plans = await this.server.request<TreeResult>(treeRequest, roots);
    return plans.map(({ uri, label }) => ({ uri, label }));
  }

  private ask(uri: string): Promise<D | null> {
    const params: PictureParams = { uri };
    return this.server.request<D | null>(this.request, params);
  }
}
