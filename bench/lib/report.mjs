import { table } from './statistics.mjs';

/** Prints what was measured as Markdown, and keeps the figures. */
export class Report {
  /** @type {Record<string, unknown>} */
  figures = {};

  /** @param {string} title */
  heading(title) {
    console.log(`\n### ${title}\n`);
  }

  /** @param {string[][]} rows */
  table(rows) {
    console.log(table(rows));
  }

  /** @param {string} text */
  text(text) {
    console.log(`\n${text}`);
  }

  /** @param {string} name @param {unknown} value */
  keep(name, value) {
    this.figures[name] = value;
  }
}
