import { type CancellationToken, Uri, workspace } from 'vscode';
import type { FindFilesParams, FindFilesResult, ReadFileParams, ReadFileResult } from '../../server/src/protocol';

/**
 * The URI schemes whose Markdown is a plan's own text. Not every scheme: the other side of a diff (`git:`) or a notebook
 * cell is Markdown too, and would show each plan twice.
 */
export function planSchemes(): string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [
    ...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders.map((folder) => folder.uri.scheme)]),
  ];
}

/** The files of the workspace folders, whatever file system they are on; what the user hides or never searches left out. */
export async function findFiles(params: FindFilesParams, token?: CancellationToken): Promise<FindFilesResult> {
  const hidden = workspace.getConfiguration('search').get<Record<string, unknown>>('exclude', {});
  const patterns = [...params.exclude, ...Object.keys(hidden).filter((pattern) => hidden[pattern] === true)];
  const excluded = patterns.flatMap(expandBraces);
  const found = new Set<string>();
  for (const include of params.include) {
    // An exclude pattern comes on top of `files.exclude`, which VS Code applies by itself.
    const exclude = excluded.length > 0 ? `{${excluded.join(',')}}` : undefined;
    for (const uri of await workspace.findFiles(include, exclude, params.limit, token)) found.add(uri.toString());
  }
  return [...found].sort().slice(0, params.limit);
}

/** A file's text as UTF-8, its byte order mark kept; null where it cannot be read. */
export async function readFile(params: ReadFileParams): Promise<ReadFileResult> {
  try {
    const bytes = await workspace.fs.readFile(Uri.parse(params.uri, true));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `a/{b,c}` as `a/b` and `a/c`: VS Code takes one exclude pattern, and its braces do not nest. */
export function expandBraces(pattern: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (!braces) return [pattern];
  const before = pattern.slice(0, braces.index);
  const after = pattern.slice(braces.index + braces[0].length);
  return braces[1]!.split(',').flatMap((part) => expandBraces(before + part + after));
}
