import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const e2e = path.join(root, 'test/e2e');
export const bench = path.join(root, 'bench');
export const vsix = path.join(root, 'plan-truth.vsix');
export const cli = path.join(root, 'server/bin/plan-truth');
