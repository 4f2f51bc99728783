import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { capabilities } from './capabilities';
import { type Client, readClient } from './client';
import { type Encoding, negotiate } from './encoding';

/** What `initialize` told, and what was agreed on. */
export interface Agreement {
  readonly client: Client;
  readonly encoding: Encoding;
  readonly params: InitializeParams;
}

/** Answers `initialize`. Loads nothing that knows a plan, so that the answer need not wait for it. */
export function answerInitialize(connection: Connection, agreed: (agreement: Agreement) => void): void {
  connection.onInitialize((params) => {
    const client = readClient(params.capabilities);
    const encoding = negotiate(params.capabilities.general?.positionEncodings);
    agreed({ client, encoding, params });
    return {
      capabilities: capabilities(client, encoding),
      serverInfo: { name: 'plan-truth' },
    } satisfies InitializeResult;
  });
}
