import { createConnection } from 'vscode-languageserver/node';
import { answerInitialize } from '../lsp/initialize';

// The bundle of `plans.ts` takes the library from this one.
export * from 'vscode-languageserver/node';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => transports.some((one) => argument.startsWith(one)))) process.argv.push('--stdio');
// A client that went away must not take the process down in the middle of a message; it ends by itself.
process.on('unhandledRejection', (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`));

/** Loads what knows plans, once. */
let load = (): void => {};
const connection = createConnection({
  messageStrategy: {
    handleMessage(message, next) {
      load();
      return next(message);
    },
  },
});
answerInitialize(connection, (agreement) => {
  load = () => {
    load = () => {};
    const { servePlans } = require('./plans') as typeof import('./plans');
    servePlans(connection, agreement);
  };
  // Once the answer is out, while the client reads it; its next message waits for this.
  setTimeout(() => load(), 10);
});
connection.listen();
