/** Folders that never hold a team's plans: version control, installed packages, environments. */
export const skippedFolders: readonly string[] = [
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  'bower_components',
  '.venv',
  '__pycache__',
  '.tox',
  '.yarn',
  '.pnpm-store',
  '.vscode-test',
];

const ordinary = /^(?:readme|changelog|contributing|licen[cs]e|code[-_]of[-_]conduct|security)(?:[-_. ]|$)/i;
const planLike = /plan|progress|roadmap|todo|track|task|status|milestone|backlog/i;

/**
 * Whether a file's name says that it is one of the documents every repository has (README, CHANGELOG, …) and no plan.
 * Such a file is read only where it is named outright: opened, given on the command line, or by an include pattern
 * that spells its name.
 * @param path A path or URI with `/` between its parts.
 */
export function isOrdinaryDocument(path: string, include: readonly string[] = []): boolean {
  const name = lastPart(path);
  if (!ordinary.test(name) || planLike.test(name)) return false;
  return !include.some((pattern) => lastPart(pattern).toLowerCase() === name.toLowerCase());
}

/** Whether a path or URI names a Markdown file. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const rulePages = 'https://github.com/plan-truth/plan-truth/blob/main/docs/rules/';

/** The address of the page that documents a rule. */
export const rulePage = (rule: string): string => `${rulePages}${rule}.md`;
