/** What the server needs of the machine it runs on, handed in by its entry: Node, a web worker, a test. */
export interface Host {
  /** Null where only the client can read files. */
  readonly fileSystem: FileSystem | null;
  /** `YYYY-MM-DD`, where the user is. */
  today(): string;
  /** Calls back once when the time is over, at once after what is waiting where it is 0. Gives what takes it back. */
  later(milliseconds: number, callback: () => void): () => void;
}

/** Reads, and never writes. */
export interface FileSystem {
  /** The URIs of the plan files in the folders (URIs). Patterns are relative to each folder. */
  findFiles(folders: readonly string[], include: readonly string[], exclude: readonly string[]): Promise<string[]>;
  /** Null where the file is not there, cannot be read or is no text. */
  readFile(uri: string): Promise<string | null>;
  /**
   * What is another as soon as the file's text is; null where that cannot be told without reading it.
   * @throws Where the file is gone.
   */
  stamp?(uri: string): Promise<string | null>;
}

/** So many times the quiet it is waited for at the most: where something changes without end, it is never quiet. */
const patience = 10;

/** Calls `run` once it has been quiet for a while since the last `touch`, or has not been for long. */
export class Quiet {
  #cancel: (() => void) | null = null;
  #since = 0;

  constructor(
    readonly host: Host,
    readonly milliseconds: number,
    readonly run: () => void,
  ) {}

  touch(): void {
    const now = Date.now();
    if (!this.#cancel) this.#since = now;
    else if (now - this.#since > patience * this.milliseconds) return;
    this.#cancel?.();
    this.#cancel = this.host.later(this.milliseconds, () => {
      this.#cancel = null;
      this.run();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}

/** Lets what came in meanwhile, cancellations above all, be seen. */
export const breathe = (host: Host): Promise<void> => new Promise((resolve) => host.later(0, resolve));

/** From the stream to its answer, a request takes so many turns at the most. */
const turns = 8;
/** How long work that nobody waits for may go on before requests get their turn, in milliseconds. */
const slice = 8;

/** Parts work that nobody waits for, so that what somebody waits for is answered in between. */
export class Slices {
  #until = 0;

  constructor(readonly host: Host) {
    this.#begin();
  }

  /** To be awaited between the pieces of the work. Gives whether others may have had their turn. */
  async pause(): Promise<boolean> {
    if (Date.now() < this.#until) return false;
    for (let turn = 0; turn < turns; turn++) await breathe(this.host);
    this.#begin();
    return true;
  }

  #begin(): void {
    this.#until = Date.now() + slice;
  }
}
