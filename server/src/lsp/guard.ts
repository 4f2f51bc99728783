import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { breathe, type Host } from './host';
import type { Parts } from './parts';

/**
 * Every request goes through here. A cancelled one ends as cancelled, never as an empty result that looks real; one
 * that fails is logged and ends as an error; the server goes on.
 */
export class Guard {
  constructor(
    readonly connection: Connection,
    readonly host: Host,
  ) {}

  /**
   * A request's handler. `prepare` runs as the request comes in and takes hold of what it is about (the snapshot of that
   * moment); `answer` runs once a cancellation that is already on its way had its chance.
   */
  request<P, C, R, Part = never>(
    name: string,
    prepare: (params: P) => C,
    answer: (params: P, context: C, token: CancellationToken, parts: Parts<Part>) => R | Promise<R>,
  ): (params: P, token: CancellationToken, progress?: unknown, parts?: Parts<Part>) => Promise<R> {
    return async (params, token, _progress, parts) => {
      try {
        const context = prepare(params);
        await breathe(this.host);
        throwIfCancelled(token);
        const result = await answer(params, context, token, parts);
        throwIfCancelled(token);
        return result;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.log(name, error);
        throw new ResponseError(ErrorCodes.InternalError, `${name} failed: ${messageOf(error)}`);
      }
    };
  }

  /** A notification's handler, or any other callback: what it throws is logged. */
  run<A extends unknown[]>(name: string, handle: (...args: A) => void | Promise<void>): (...args: A) => void {
    return (...args) => {
      try {
        const done = handle(...args);
        if (done instanceof Promise) done.catch((error: unknown) => this.log(name, error));
      } catch (error) {
        this.log(name, error);
      }
    };
  }

  log(name: string, error: unknown): void {
    this.connection.console.error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

/** The document went on while its request was answered, so that the answer would fit no longer. */
export const contentModified = () => new ResponseError<void>(LSPErrorCodes.ContentModified, 'content modified');

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
