import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../lsp/connection';
import type { Host } from '../lsp/host';
import { nodeFileSystem } from './fileSystem';

const host: Host = {
  fileSystem: nodeFileSystem,
  today() {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  later(milliseconds, callback) {
    if (milliseconds === 0) {
      const soon = setImmediate(callback);
      return () => clearImmediate(soon);
    }
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => transports.some((one) => argument.startsWith(one)))) process.argv.push('--stdio');
// A client that went away must not take the process down in the middle of a message; it ends by itself.
process.on('unhandledRejection', (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`));
serve(createConnection(), host);
