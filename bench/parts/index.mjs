import { cold } from './cold.mjs';
import { features } from './features.mjs';
import { keys } from './keys.mjs';
import { layers } from './layers.mjs';
import { open } from './open.mjs';
import { workspaces } from './workspaces.mjs';
import { worst } from './worst.mjs';

/**
 * @typedef {object} Bench
 * @property {import('../lib/contenders.mjs').Contender[]} contenders
 * @property {string[]} documents
 * @property {boolean} chosenDocuments whether they were asked for by name
 * @property {boolean} quick
 * @property {string} folder an empty one
 * @property {import('../lib/report.mjs').Report} report
 */

/** @type {Map<string, (bench: Bench) => Promise<void>>} */
export const parts = new Map([
  ['cold', cold],
  ['open', open],
  ['keys', keys],
  ['worst', worst],
  ['features', features],
  ['layers', layers],
  ['workspace', workspaces],
]);
