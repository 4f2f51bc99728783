import { beforeEach, expect, it, vi } from 'vitest';
import type { Preview, PreviewMark } from '../../server/src/protocol';

const editor = vi.hoisted(() => ({
  text: '',
  version: 1,
  tabs: [] as { input: unknown }[],
  ran: [] as string[],
  render: () => {},
}));
vi.mock('vscode', () => ({
  commands: {
    executeCommand: async (command: string) => {
      editor.ran.push(command);
      editor.render();
    },
  },
  TabInputWebview: class {
    constructor(readonly viewType: string) {}
  },
  window: {
    tabGroups: {
      get all() {
        return [{ tabs: editor.tabs }];
      },
    },
  },
  workspace: {
    get textDocuments() {
      const lines = editor.text.split('\n');
      const lineAt = (line: number) => ({ text: lines[line]! });
      return [uri, other].map((uri) => ({ uri, version: editor.version, lineCount: lines.length, lineAt }));
    },
  },
}));
vi.resetModules();
const { TabInputWebview } = await import('vscode');
const { PreviewMarks } = await import('../../client/src/preview/previewMarks');

const uri = { toString: () => 'file:///plan.md' };
const other = { toString: () => 'file:///other.md' };
const done = (line: number): PreviewMark => ({
  line,
  text: 'Done',
  cell: null,
  before: 0,
  shows: { type: 'status', kind: 'done' },
});

/** A server that answers what it is told to, and the marks of one document. */
function shown(first: Preview | null) {
  let answer = first;
  let tell = () => {};
  const server = {
    state: 'running',
    onDidChangePictures: (run: () => void) => {
      tell = run;
      return { dispose() {} };
    },
    onDidChangeState: () => ({ dispose() {} }),
    request: async () => answer,
  };
  const marks = new PreviewMarks(server as never, { debug() {} } as never);
  return {
    on: (line: number) => marks.of(uri as never)?.on(line)?.marks.length ?? 0,
    onOther: (line: number) => marks.of(other as never)?.on(line)?.marks.length ?? 0,
    say(next: Preview | null) {
      answer = next;
      tell();
    },
  };
}

const told = () => vi.waitFor(() => expect(editor.ran).toContain('markdown.preview.refresh'));

beforeEach(() => {
  editor.text = 'one\nDone\nthree';
  editor.version = 1;
  editor.tabs = [{ input: new TabInputWebview('mainThreadWebview-markdown.preview') }];
  editor.ran = [];
  editor.render = () => {};
});

it('what is not known yet is asked for, and the preview is rendered again once it is', async () => {
  const preview = shown({ version: 1, marks: [done(1)], progress: [] });
  expect(preview.on(1)).toBe(0);
  await told();
  expect([0, 1, 2].map(preview.on)).toEqual([0, 1, 0]);
});

it('marks go with their line while something is typed elsewhere, and stay away from a line that is another now', async () => {
  const preview = shown({ version: 1, marks: [done(1)], progress: [] });
  preview.on(0);
  await told();
  editor.text = 'new\none\nDone\nthree';
  expect([0, 1, 2, 3].map(preview.on)).toEqual([0, 0, 1, 0]);
  editor.text = 'new\none\nNot Done\nthree';
  expect([0, 1, 2, 3].map(preview.on)).toEqual([0, 0, 0, 0]);
});

it('an answer that looks the same renders nothing again; one for another text is not taken', async () => {
  const preview = shown({ version: 1, marks: [done(1)], progress: [] });
  preview.on(0);
  await told();
  editor.ran = [];
  preview.say({ version: 1, marks: [done(1)], progress: [] });
  editor.version = 2;
  preview.say({ version: 1, marks: [], progress: [] });
  await new Promise((resolve) => setTimeout(resolve));
  expect(editor.ran).toEqual([]);
  expect(preview.on(1)).toBe(1);
  preview.say({ version: 2, marks: [], progress: [{ line: 0, done: 1, total: 2 }] });
  await told();
  expect([0, 1].map(preview.on)).toEqual([0, 0]);
});

it('lines that are alike have the marks of the nearest', async () => {
  editor.text = 'Done\n\nDone';
  const second = { ...done(2), shows: { type: 'status', kind: 'dropped' } } as PreviewMark;
  const preview = shown({ version: 1, marks: [done(0), second, second], progress: [] });
  preview.on(0);
  await told();
  expect([0, 2].map(preview.on)).toEqual([1, 2]);
  editor.text = 'x\nDone\n\nDone';
  expect([1, 3].map(preview.on)).toEqual([1, 2]);
});

it('a preview that opens is rendered again, though its tab is not told yet', async () => {
  editor.tabs = [];
  const preview = shown({ version: 1, marks: [done(1)], progress: [] });
  preview.on(0);
  await told();
  expect(preview.on(1)).toBe(1);
});

it('nothing is rendered any more once no preview is open', async () => {
  const preview = shown({ version: 1, marks: [done(1)], progress: [] });
  preview.on(0);
  await told();
  editor.tabs = [];
  editor.ran = [];
  preview.say({ version: 1, marks: [], progress: [] });
  await new Promise((resolve) => setTimeout(resolve));
  expect(editor.ran).toEqual([]);
});

it('a preview that opens while another one is rendered again has its marks as well', async () => {
  const preview = shown({ version: 1, marks: [done(1)], progress: [] });
  editor.render = () => preview.onOther(1);
  preview.on(1);
  await vi.waitFor(() => expect(editor.ran.length).toBe(2));
  expect(preview.onOther(1)).toBe(1);
});

it('a preview that turns to another plan is rendered again after a while, whatever changes meanwhile', async () => {
  vi.useFakeTimers();
  const preview = shown({ version: 1, marks: [done(1)], progress: [] });
  preview.on(1);
  await vi.advanceTimersByTimeAsync(0);
  preview.onOther(1);
  await vi.advanceTimersByTimeAsync(300);
  preview.say({ version: 1, marks: [], progress: [] });
  await vi.advanceTimersByTimeAsync(0);
  const before = editor.ran.length;
  await vi.advanceTimersByTimeAsync(300);
  expect(editor.ran.length).toBe(before + 1);
  vi.useRealTimers();
});
