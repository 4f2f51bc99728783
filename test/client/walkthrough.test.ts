import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';

const uri = { toString: () => 'file:///PLAN.md' };
const editor = vi.hoisted(() => ({
  version: 1,
  findings: 0,
  tell: (_: { uris: unknown[] }) => {},
  told: [] as unknown[],
}));
vi.mock('vscode', () => ({
  commands: {
    registerCommand: () => ({ dispose() {} }),
    executeCommand: (...command: unknown[]) => editor.told.push(command),
  },
  languages: {
    onDidChangeDiagnostics: (listener: typeof editor.tell) => {
      editor.tell = listener;
      return { dispose: () => (editor.tell = () => {}) };
    },
    getDiagnostics: () => Array.from({ length: editor.findings }, () => ({ source: 'plan-truth' })),
  },
  workspace: {
    get textDocuments() {
      return [{ uri, version: editor.version }];
    },
  },
}));
const { registerWalkthrough } = await import('../../client/src/walkthrough');

/** News of the findings of a version of the document. */
function news(version: number, findings: number): void {
  Object.assign(editor, { version, findings });
  editor.tell({ uris: [uri] });
}

describe('The step "Put a finding right"', () => {
  beforeEach(() => {
    editor.told = [];
    registerWalkthrough({ extension: { id: 'us' } } as unknown as ExtensionContext);
  });
  const isDone = () => editor.told.length > 0;

  it('is done when an edit leaves fewer findings, once', () => {
    news(1, 3);
    expect(isDone()).toBe(false);
    news(2, 2);
    expect(editor.told).toEqual([['setContext', 'planTruth.findingFixed', true]]);
    news(3, 1);
    expect(editor.told).toHaveLength(1);
  });

  it('is done where the findings of before are told again between the edit and its own', () => {
    news(1, 3);
    news(2, 3);
    news(2, 2);
    expect(isDone()).toBe(true);
  });

  it('is not done by a setting, by opening, or by a new finding', () => {
    news(1, 3);
    news(1, 1);
    news(2, 4);
    expect(isDone()).toBe(false);
  });
});
