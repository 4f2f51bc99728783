import { Console } from 'node:console';
import { type ConnectionOptions, createConnection } from 'vscode-languageserver/node';
import { answerInitialize } from '../lsp/initialize';
import { messageStream } from './messageStream';

// The bundle of `plans.ts` takes the library from this one.
export * from 'vscode-languageserver/node';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => transports.some((one) => argument.startsWith(one)))) process.argv.push('--stdio');
// A client that went away must not take the process down in the middle of a message; it ends by itself.
process.on('unhandledRejection', (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`));

/** Loads what knows plans, once. */
let load = (): void => {};
const options: ConnectionOptions = {
  messageStrategy: {
    handleMessage(message, next) {
      load();
      return next(message);
    },
  },
};
// Whoever logs must not write between messages.
if (process.argv.includes('--stdio')) globalThis.console = new Console(process.stderr);
const connection = process.argv.includes('--stdio')
  ? createConnection(process.stdin, messageStream(process.stdout), options)
  : createConnection(options);
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
