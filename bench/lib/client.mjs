// The client's end of the line: LSP over the standard streams of a process, and no more of it than is measured.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** How long a server may take for one answer, in milliseconds. */
const patience = 120_000;

/** Servers that are still there when we go. @type {Set<import('node:child_process').ChildProcess>} */
const atExit = new Set();
process.on('exit', () => {
  for (const one of atExit) one.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

/** A server that does not answer. */
export class Silence extends Error {}

export class Client {
  #chunks = /** @type {Buffer[]} */ ([]);
  #length = 0;
  #wanted = /** @type {number | null} */ (null);
  #last = 0;
  #waiting = /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */ (new Map());
  #listening = /** @type {Map<string, Set<(params: any) => void>>} */ (new Map());
  #answering = /** @type {Map<string, (params: any) => unknown>} */ (new Map());
  #ended = /** @type {string | null} */ (null);

  /**
   * Starts a server.
   * @param {string} name
   * @param {readonly string[]} command
   * @param {string} cwd
   */
  constructor(name, [program, ...args], cwd) {
    this.name = name;
    this.started = performance.now();
    this.process = spawn(/** @type {string} */ (program), args, { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
    atExit.add(this.process);
    this.process.stdout.on('data', (chunk) => this.#read(chunk));
    this.process.stdin.on('error', () => {});
    this.process.on('exit', () => atExit.delete(this.process));
    this.process.on('exit', (code, signal) => this.#end(`${name} ended (${signal ?? code})`));
    this.process.on('error', (error) => this.#end(error.message));
  }

  /** @param {string} method @param {(params: any) => unknown} answer */
  answer(method, answer) {
    this.#answering.set(method, answer);
  }

  /**
   * Sends a request. Gives the parsed result; rejects with the error that the server gave.
   * @param {string} method @param {unknown} params @param {number} [limit] milliseconds
   * @returns {Promise<any>}
   */
  request(method, params, limit = patience) {
    const id = ++this.#last;
    const answered = new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error(this.#ended));
      this.#waiting.set(id, { resolve, reject });
    });
    this.#send({ jsonrpc: '2.0', id, method, params });
    return within(answered, limit, `${this.name}: ${method} was not answered`);
  }

  /** @param {string} method @param {unknown} params */
  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** @param {string} method @param {(params: any) => void} listener */
  on(method, listener) {
    const listeners = this.#listening.get(method) ?? new Set();
    this.#listening.set(method, listeners.add(listener));
  }

  /**
   * Waits for a notification that `look` finds right.
   * @template T
   * @param {string} method @param {(params: any) => T | undefined} look
   * @returns {Promise<T>}
   */
  listen(method, look) {
    const listeners = this.#listening.get(method) ?? new Set();
    this.#listening.set(method, listeners);
    const came = new Promise((resolve) => {
      const listener = (/** @type {any} */ params) => {
        const found = look(params);
        if (found === undefined) return;
        listeners.delete(listener);
        resolve(found);
      };
      listeners.add(listener);
    });
    return within(came, patience, `${this.name}: ${method} did not come`);
  }

  /** Memory of the process now and at its peak, in MB; null where the system does not say. */
  memory() {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      const megabytes = (/** @type {string} */ name) =>
        Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024);
      return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
    } catch {
      return null;
    }
  }

  /** Ends the process and waits until it has. */
  async stop() {
    if (this.#ended) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }

  /** @param {object} message */
  #send(message) {
    const content = Buffer.from(JSON.stringify(message));
    this.process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${content.length}\r\n\r\n`), content]));
  }

  /** @param {Buffer} chunk */
  #read(chunk) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // Put together only once all of a message is there: an answer may come in many pieces.
    while (this.#wanted === null || this.#length >= this.#wanted) {
      if (this.#wanted === null) {
        const head = this.#joined();
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        this.#wanted = end + 4 + Number(/content-length: *(\d+)/i.exec(head.toString('latin1', 0, end))?.[1]);
        continue;
      }
      const all = this.#joined();
      const start = all.indexOf('\r\n\r\n') + 4;
      const message = JSON.parse(all.toString('utf8', start, this.#wanted));
      this.#chunks = [all.subarray(this.#wanted)];
      this.#length = all.length - this.#wanted;
      this.#wanted = null;
      this.#came(message);
    }
  }

  #joined() {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] ?? Buffer.alloc(0);
  }

  /** @param {any} message */
  #came(message) {
    const { id, method, params, result, error } = message;
    if (method === undefined) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result);
    } else if (id === undefined) for (const listener of this.#listening.get(method) ?? []) listener(params);
    else void this.#reply(id, method, params);
  }

  /** @param {number} id @param {string} method @param {unknown} params */
  async #reply(id, method, params) {
    const result = await this.#answering.get(method)?.(params);
    this.#send({ jsonrpc: '2.0', id, result: result ?? null });
  }

  /** @param {string} reason */
  #end(reason) {
    this.#ended ??= reason;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}

/**
 * @template T
 * @param {Promise<T>} promise @param {number} limit @param {string} what
 * @returns {Promise<T>}
 */
async function within(promise, limit, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Silence(`${what} within ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}
