import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readyTickets } from '../../server/src/core/features/ready';
import { treeChildren } from '../../server/src/core/features/tree';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols';
import type { Plan } from '../../server/src/core/model/plan';
import { check } from '../../server/src/core/rules/check';
import { Workspace } from '../../server/src/core/workspace';
import { ableClient, buildServer, Session } from '../support/languageServer';

/** A plan of 60 tickets, 4 kB, that depends on one ticket too many. */
function plan(number: number): string {
  const id = (i: number): string => `P${number}-${String(i).padStart(3, '0')}`;
  const rows = Array.from({ length: 60 }, (_, i) => `| ${id(i)} | Move the import of invoices | Open | ${id(i + 1)} |`);
  return `# Plan ${number}\n\n| ID | Task | Status | Depends on |\n| - | - | - | - |\n${rows.join('\n')}\n`;
}

const plans = (count: number): { uri: string; text: string }[] =>
  Array.from({ length: count }, (_, i) => ({ uri: `file:///plan-${i}.md`, text: plan(i) }));

/** Collects all garbage there is. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  // What a weak reference was made of or asked for is there until the turn is over.
  await new Promise((resolve) => setTimeout(resolve));
  runInNewContext('gc')();
}

describe('what is kept of many plans', () => {
  it('is the plans that were asked for last, up to a bound', async () => {
    const workspace = new Workspace();
    const documents = plans(40);
    workspace.apply({ documents, today: '2026-02-03' });
    const most = 5 * plan(10).length;
    const seen: WeakRef<Plan>[] = [];
    const look = (): void => {
      for (const { uri } of documents) seen.push(new WeakRef(workspace.snapshot.analysis(uri)!.plan));
    };
    const rest = (): void => workspace.rest(workspace.tired((uri) => uri === documents[0]!.uri, most));
    const alive = (): Plan[] => seen.flatMap((ref) => ref.deref() ?? []);
    look();
    rest();
    await collect();
    // The one that stays in any case, five, and what the machine still has at hand.
    expect(workspace.snapshot.awake).toHaveLength(6);
    expect(new Set(alive()).size).toBeLessThan(10);
    // Whatever is asked of all of them lets go of them again.
    for (const { uri } of documents) expect(check(workspace.snapshot, uri)).toHaveLength(1);
    expect(treeChildren(workspace.snapshot, null)).toHaveLength(40);
    expect(readyTickets(workspace.snapshot)).toHaveLength(0);
    expect(workspaceSymbols(workspace.snapshot, 'invoices')).toHaveLength(500);
    look();
    rest();
    await collect();
    expect(workspace.snapshot.awake).toHaveLength(6);
    expect(new Set(alive()).size).toBeLessThan(10);
  });

  it('serves findings and the tree without reading a plan again', () => {
    const workspace = new Workspace();
    workspace.showsTree = true;
    const documents = plans(10);
    workspace.apply({ documents, today: '2026-02-03' });
    workspace.rest(documents.map(({ uri }) => uri));
    expect(workspace.snapshot.awake).toEqual([]);
    for (const { uri } of documents) check(workspace.snapshot, uri);
    treeChildren(workspace.snapshot, null);
    expect(readyTickets(workspace.snapshot)).toHaveLength(0);
    expect(workspace.snapshot.awake).toEqual([]);
    // A change concerns those alone that name what changed.
    workspace.apply({ documents: [{ uri: documents[3]!.uri, text: plan(3).replace('P3-000', 'P7-060') }] });
    for (const { uri } of documents) check(workspace.snapshot, uri);
    expect(workspace.snapshot.awake.toSorted()).toEqual([documents[3]!.uri, documents[7]!.uri]);
  });
});

describe('the language server', () => {
  let server: string;
  beforeAll(async () => {
    server = await buildServer();
  });

  /** What it keeps of a workspace of so many plans, once all are read and checked. */
  async function heapOf(count: number): Promise<number> {
    const folder = mkdtempSync(join(tmpdir(), 'plan-truth-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (let i = 0; i < count; i++) writeFileSync(join(folder, `plan-${i}.md`), plan(i));
    const uri = pathToFileURL(folder).toString();
    const session = Session.start(server);
    session.folders = [uri];
    await session.initialize(ableClient, { workspaceFolders: [{ uri, name: 'plans' }] });
    const report = await session.connection.sendRequest<{ items: unknown[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(report.items).toHaveLength(count);
    return session.heap();
  }

  it('keeps text, ids and findings of a plan that nobody has open', async () => {
    const [few, many] = [await heapOf(300), await heapOf(900)];
    const bytes = (many - few) / 600;
    // All that is made of such a plan is 150 kB.
    expect(bytes / 1000).toBeLessThan(20);
  });
});
