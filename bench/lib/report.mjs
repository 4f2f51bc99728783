import { table } from './statistics.mjs';

/** Prints what was measured as Markdown, and keeps the figures. */
export class Report {
  /** @type {Record<string, unknown>} */
  figures = {};
  /** @type {string[][][]} */
  #open = [];

  /** @param {string} title */
  heading(title) {
    console.log(`\n### ${title}\n`);
  }

  /** A table that is printed once its part is over, whether or not that came to an end. @param {string[]} head */
  rows(head) {
    const rows = [head];
    this.#open.push(rows);
    return rows;
  }

  /** Prints the tables that have been begun. */
  flush() {
    for (const rows of this.#open.splice(0)) console.log(`${table(rows)}\n`);
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
