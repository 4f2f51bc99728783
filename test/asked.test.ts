import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SemanticTokensEdit } from 'vscode-languageserver/node';
import type { Snapshot } from '../server/src/core/analysis/snapshot';
import { folding } from '../server/src/core/features/folding';
import { hints } from '../server/src/core/features/hints';
import { lenses, lensWords } from '../server/src/core/features/lenses';
import { links } from '../server/src/core/features/links';
import { marks } from '../server/src/core/features/marks';
import { near } from '../server/src/core/features/near';
import { progressOf } from '../server/src/core/features/progress';
import { readyTickets } from '../server/src/core/features/ready';
import { symbols } from '../server/src/core/features/symbols';
import { tokens } from '../server/src/core/features/tokens';
import { type TreeItem, treeChildren, treePath } from '../server/src/core/features/tree';
import { groupings, type TreeView, wholeTree } from '../server/src/core/features/treeView';
import { workspaceSymbols } from '../server/src/core/features/workspaceSymbols';
import { SourceText } from '../server/src/core/text/source';
import { type Span, touches } from '../server/src/core/text/span';
import { Workspace } from '../server/src/core/workspace';
import { readClient } from '../server/src/lsp/client';
import { Converter } from '../server/src/lsp/convert';
import { negotiate } from '../server/src/lsp/encoding';
import { editsBetween, encodeLines, type TokenLine } from '../server/src/lsp/tokenLines';
import { type Case, casesFound, everybody } from './support/cases';
import { anyPlan, expectSame, twoPlans } from './support/typing';

const uri = 'file:///plan.md';
const uriOf = (path: string): string => `file:///${path}`;
const runs = Number(process.env.FUZZ_RUNS ?? 150);
const all = { start: 0, end: Number.POSITIVE_INFINITY };
const newConverter = () => new Converter(readClient({}), negotiate(['utf-16']), (one) => one);

function tree(snapshot: Snapshot, view: TreeView, parent: string | null = null): [TreeItem, unknown][] {
  return treeChildren(snapshot, parent, view).map((item) => [
    item,
    item.hasChildren ? tree(snapshot, view, item.id) : [],
  ]);
}

/** The tokens that a client has, by document. */
const told = new WeakMap<Converter, Map<string, readonly TokenLine[]>>();

/** As a client makes them (LSP, Semantic Tokens). */
function afterEdits(tokens: readonly number[], edits: readonly SemanticTokensEdit[]): number[] {
  const after = [...tokens];
  for (const { start, deleteCount, data } of edits) after.splice(start, deleteCount, ...(data ?? []));
  return after;
}

/** All that an editor and the sidebar ask of a document behind a key, as it goes over the wire where that is kept. */
const asked: Readonly<Record<string, (snapshot: Snapshot, uri: string, converter: Converter, part: Span) => unknown>> =
  {
    symbols: (snapshot, uri, converter) =>
      symbols(snapshot, uri).map((one) => converter.symbol(snapshot.source(uri)!, one)),
    spans: (snapshot, uri) => symbols(snapshot, uri).map(({ span, nameSpan }) => [span, nameSpan]),
    tokens: (snapshot, uri, converter) => {
      const analysis = snapshot.analysis(uri);
      const lines = analysis ? converter.tokenLines(analysis) : [];
      const whole = encodeLines(lines);
      expect(whole).toEqual(converter.tokens(snapshot.source(uri)!, tokens(snapshot, uri, all)).data);
      // What the client has been told before becomes what it would be told now.
      const before = told.get(converter)?.get(uri) ?? [];
      expect(afterEdits(encodeLines(before), editsBetween(before, lines))).toEqual(whole);
      told.set(converter, new Map(told.get(converter)).set(uri, lines));
      return whole;
    },
    folding: (snapshot, uri, converter) =>
      [true, false].map((beside) => {
        const analysis = snapshot.analysis(uri);
        return [analysis && converter.folds(snapshot, analysis, beside), folding(snapshot, uri, beside)];
      }),
    lenses: (snapshot, uri) => lenses(snapshot, uri).map((one) => [one, lensWords(snapshot, uri, one.phase)]),
    hints: (snapshot, uri) => hints(snapshot, uri, all),
    links: (snapshot, uri) => links(snapshot, uri).map(({ span, target }) => [span, target.uri, target.entity.key]),
    tree: (snapshot) => groupings.map((groupBy) => tree(snapshot, { ...wholeTree, groupBy })),
    filtered: (snapshot) => tree(snapshot, { ...wholeTree, filter: ['ready', 'waiting', 'problems'] }),
    path: (snapshot, uri, _, part) => treePath(snapshot, uri, part.start),
    ready: (snapshot) => readyTickets(snapshot),
    marks: (snapshot, uri) =>
      Object.values(marks(snapshot, uri)).map((list) => list.map(({ key }: { key: string }) => key)),
    progress: (snapshot, uri) => {
      const analysis = snapshot.analysis(uri);
      return analysis && progressOf(analysis, analysis.plan);
    },
    found: (snapshot) => ['', 'a-1', 'done'].map((query) => workspaceSymbols(snapshot, query)),
    near: (snapshot, uri, _, part) => {
      const plan = snapshot.analysis(uri)?.plan;
      return plan && near(plan, part).map(({ key }) => key);
    },
  };

/** What is asked behind an edit is what it would be of a document that was just opened. */
function play(found: Case): void {
  const workspace = new Workspace();
  const converter = newConverter();
  const sources = new Map([...found.files].map(([path, text]) => [uriOf(path), new SourceText(text)]));
  const documents = () => [...sources].map(([name, text]) => ({ uri: name, text }));
  workspace.apply({ documents: documents(), today: '2026-02-03' });
  for (const { path, start, end, text, rest, asks } of found.steps) {
    if (rest.length > 0) workspace.rest(rest.map(uriOf));
    sources.set(uriOf(path), sources.get(uriOf(path))!.replaced({ start, end }, text));
    if (!asks) continue;
    const snapshot = workspace.apply({ documents: documents() });
    const texts = [...sources].map(([at, { text }]) => ({ uri: at, text }));
    const fresh = new Workspace().apply({ documents: texts, today: '2026-02-03' });
    // What is asked, and in which order, must not matter.
    for (const what of asks === everybody ? Object.keys(asked) : asks)
      for (const at of sources.keys())
        expectSame(
          [what, asked[what]!(snapshot, at, converter, { start, end })],
          [what, asked[what]!(fresh, at, newConverter(), { start, end })],
        );
  }
}

describe('what an editor asks behind a key', () => {
  it.each(casesFound())('that went wrong once, is right: %s', (_, found) => play(found));

  it('is what it would be told of a document that it has just opened', () => {
    const questions = fc.shuffledSubarray(Object.keys(asked), { minLength: 1 });
    fc.assert(fc.property(twoPlans(questions), play), { numRuns: runs });
  });

  it('looks at what stands near a place, and misses nothing', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), fc.nat(40), (text, seed, length) => {
        const plan = new Workspace().apply({ documents: [{ uri, text }] }).analysis(uri)?.plan;
        if (!plan) return;
        const start = seed % (text.length + 1);
        const part = { start, end: start + length };
        const wanted = plan.allTickets.filter((ticket) => !ticket.isInLine || touches(ticket.span, part));
        expect(near(plan, part)).toEqual([...wanted, ...plan.allGroups]);
      }),
      { numRuns: runs },
    );
  });
});
