import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { ableClient, buildServer, plainClient, Session } from '../support/languageServer';
import { kite } from '../support/plans';
import { RandomSession } from '../support/randomSession';
import { told } from '../support/shapes';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const example = (name: string): string => readFileSync(join(import.meta.dirname, '../../examples', name), 'utf8');
const plans = [kite, kite.replaceAll('\n', '\r\n'), example('kiosk/PROGRESS.md')];
const steps = Number(process.env.SESSION_STEPS ?? 2000);

describe('a long random session', () => {
  it.each([
    { title: 'a client that can do much', capabilities: ableClient, seed: 1, count: steps },
    { title: 'a client that can do little', capabilities: plainClient, seed: 2, count: steps / 4 },
  ])(
    '$title: every request is answered, rightly in form, and nothing is kept',
    async ({ capabilities, seed, count }) => {
      const session = Session.start(server);
      const random = new RandomSession(session, seed, plans);
      const wrong = (method: string, params: unknown) => {
        random.problems.push(...(told[method]?.(params, method) ?? [`${method} is not told`]));
      };
      session.connection.onUnhandledNotification(({ method, params }) => {
        if (!method.startsWith('planTruth/')) wrong(method, params);
      });
      session.folders = [random.folderUri];
      const workspace = { ...capabilities.workspace, configuration: true, workspaceFolders: true };
      const folders = session.folders.map((uri) => ({ uri, name: 'plans' }));
      random.initialized(await session.initialize({ ...capabilities, workspace }, { workspaceFolders: folders }));

      // The second half starts from what the first one left, so that it shows what is kept for good.
      await random.steps(count / 2);
      const half = await random.rest();
      await random.steps(count / 2);
      const whole = await random.rest();

      expect(random.problems).toEqual([]);
      expect(session.logged.filter(({ type }) => type === 1)).toEqual([]);
      expect(session.errors).toBe('');
      for (const params of session.published as PublishDiagnosticsParams[])
        wrong('textDocument/publishDiagnostics', params);
      expect(random.problems).toEqual([]);
      expect(random.asked.size).toBeGreaterThan(20);
      // What is kept of a step would be ten times this; answers about texts are kept up to a limit (core/text/memo.ts).
      expect((whole - half) / 1e6).toBeLessThan(12);
      await expect(session.request('shutdown', undefined)).resolves.toBeNull();
    },
  );
});
