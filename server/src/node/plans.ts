import type { Connection } from 'vscode-languageserver';
import { serve } from '../lsp/connection';
import type { Host } from '../lsp/host';
import type { Agreement } from '../lsp/initialize';
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

/** All that the server does once `initialize` is answered: a bundle of its own, see `server.ts`. */
export const servePlans = (connection: Connection, agreement: Agreement): void => serve(connection, host, agreement);
