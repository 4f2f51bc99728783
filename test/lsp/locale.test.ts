import { beforeAll, expect, it } from 'vitest';
import { ableClient, buildServer, plainClient, Session } from '../support/languageServer';

let server = '';
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///PLAN.md';
const plan = `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Open | - |
| A-2 | Login | Done | A-1 |
`;

it.each([
  ['en', /^A-2 is Done but depends on A-1/],
  ['ja', /^「A-2」は「Done」ですが/],
  ['ja-JP', /^「A-2」は「Done」ですが/],
  ['fr', /^A-2 is Done but/],
  [undefined, /^A-2 is Done but/],
])('a client whose locale is %s is answered in its language', async (locale, message) => {
  const session = Session.start(server);
  await session.initialize(locale === 'ja' ? ableClient : plainClient, { locale });
  session.open(uri, plan);
  const diagnostics =
    locale === 'ja'
      ? await session
          .request<{ items: { code: string; message: string }[] }>('textDocument/diagnostic', { textDocument: { uri } })
          .then(({ items }) => items)
      : (await session.until(() => session.published.at(0))).diagnostics;
  expect(diagnostics.map(({ code }) => code)).toEqual(['unmet-dependency']);
  expect(diagnostics[0]!.message).toMatch(message);
});
