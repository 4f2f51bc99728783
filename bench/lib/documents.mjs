// The documents that are measured: plans that hold, so that what an edit breaks is all there is to report.

/**
 * @typedef {object} Row a ticket of a document
 * @property {string} id
 * @property {string} text its line
 * @property {number} line 0-based
 * @property {number} idStart the character at which the id starts
 * @property {number} titleEnd the character behind the title
 * @property {number[]} dependents the lines of the tickets that name it
 */

/**
 * @typedef {object} PlanDocument
 * @property {string} name
 * @property {string} text
 * @property {Row[]} rows in the order of the text
 */

const verbs = ['Add', 'Move', 'Test', 'Draft', 'Review', 'Split', 'Measure', 'Rename', 'Document', 'Remove'];
const things = ['login form', 'ban middleware', 'schema of orders', 'retry queue', 'audit trail', 'import of invoices'];
const places = ['for guests', 'in the admin area', 'on small screens', 'behind the flag', 'of the mobile app'];
const owners = ['ana', 'ben', 'chika', 'dmitri', 'emi'];

/** How many tickets stand under one heading. */
const phaseSize = 25;

/** @param {number} i */
const idOf = (i) => `PORT-${String(i + 1).padStart(5, '0')}`;

/** @param {number} i */
const titleOf = (i) =>
  `${verbs[i % verbs.length]} the ${things[(i * 7) % things.length]} ${places[(i * 11) % places.length]}`;

/**
 * The tickets that one depends on: the one before in its phase, and now and then one of two phases ago. All that is done
 * comes before all that is not, so that none of them is unmet.
 * @param {number} i
 */
function dependenciesOf(i) {
  const found = [];
  if (i % phaseSize > 0) found.push(i - 1);
  if (i % 4 === 0 && i >= 2 * phaseSize) found.push(i - 2 * phaseSize);
  return found;
}

/**
 * Builds a document line by line and notes where its tickets stand.
 * @param {string} name
 * @param {number} count
 * @param {{ before?: string[], rowOf: (i: number) => { text: string, idStart: number, titleEnd: number }, headOf: (phase: number) => string[], phase: number }} form
 * @returns {PlanDocument}
 */
function build(name, count, { before = [], rowOf, headOf, phase }) {
  const done = Math.floor(count * 0.4);
  const lines = ['# Plan of the harbour office', '', `Progress: ${done} of ${count} tickets done.`, '', ...before];
  /** @type {Row[]} */
  const rows = [];
  for (let i = 0; i < count; i++) {
    if (i % phase === 0) lines.push(...(i > 0 ? [''] : []), ...headOf(i / phase));
    const { text, idStart, titleEnd } = rowOf(i);
    rows.push({ id: idOf(i), text, line: lines.length, idStart, titleEnd, dependents: [] });
    for (const dependency of dependenciesOf(i)) rows[dependency]?.dependents.push(lines.length);
    lines.push(text);
  }
  return { name, text: `${lines.join('\n')}\n`, rows };
}

/**
 * @param {number} i
 * @param {number} count
 */
function tableRow(i, count) {
  const done = i < Math.floor(count * 0.4);
  const title = titleOf(i);
  const dependencies = dependenciesOf(i).map(idOf).join(', ') || '-';
  const start = `| ${idOf(i)} | `;
  const rest = ` | ${owners[i % owners.length]} | ${done ? 'Done' : 'Open'} | ${dependencies} | feature/${idOf(i).toLowerCase()} |`;
  return { text: start + title + rest, idStart: 2, titleEnd: start.length + title.length };
}

const tableHead = ['| ID | Task | Owner | Status | Depends on | Branch |', '| --- | --- | --- | --- | --- | --- |'];

/**
 * Phases of 25 tickets each, a table under each heading.
 * @param {number} count
 */
export const tables = (count) =>
  build(`tables-${short(count)}`, count, {
    phase: phaseSize,
    headOf: (phase) => [`## Phase ${phase + 1}`, '', ...tableHead],
    rowOf: (i) => tableRow(i, count),
  });

/**
 * All tickets in one table: the hardest case for reading by sections.
 * @param {number} count
 */
export const oneTable = (count) =>
  build(`one-table-${short(count)}`, count, {
    phase: count,
    headOf: () => ['## Tickets', '', ...tableHead],
    rowOf: (i) => tableRow(i, count),
  });

/**
 * Phases of 25 check items each.
 * @param {number} count
 */
export const checks = (count) =>
  build(`checks-${short(count)}`, count, {
    phase: phaseSize,
    headOf: (phase) => [`## Phase ${phase + 1}`, ''],
    rowOf(i) {
      const dependencies = dependenciesOf(i).map(idOf).join(', ');
      const start = `- [${i < Math.floor(count * 0.4) ? 'x' : ' '}] ${idOf(i)}: ${titleOf(i)}`;
      return {
        text: start + (dependencies === '' ? '' : ` (depends on ${dependencies})`),
        idStart: 6,
        titleEnd: start.length,
      };
    },
  });

/** @param {number} count */
const short = (count) => (count >= 1000 ? `${count / 1000}k` : String(count));

/** All documents by name. Made when asked for: the largest is 6 MB. */
export const documents = new Map([
  ['tables-1k', () => tables(1000)],
  ['tables-10k', () => tables(10_000)],
  ['tables-50k', () => tables(50_000)],
  ['one-table-10k', () => oneTable(10_000)],
  ['checks-1k', () => checks(1000)],
  ['checks-10k', () => checks(10_000)],
]);

/**
 * The files of a workspace: plans of some 60 tickets each. Every file has one ticket that depends on one that is not there.
 * @param {number} count
 * @returns {{ path: string, text: string }[]}
 */
export function workspace(count) {
  return Array.from({ length: count }, (_, i) => {
    const plan = i % 2 === 0 ? tables(60) : checks(60);
    const text = plan.text
      .replaceAll('PORT-0', `W${i}-0`)
      .replaceAll('port-0', `w${i}-0`)
      .replace('# Plan of the harbour office', `# Plan of office ${i}`);
    const broken = `\n## Phase 9\n\n| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |\n| W${i}-00900 | Last | Open | W${i}-00999 |\n`;
    return { path: `office-${Math.floor(i / 50)}/plan-${i}.md`, text: text.replace(/^Progress: .*\n\n/m, '') + broken };
  });
}
