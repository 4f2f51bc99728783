import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, vsix } from '../../../scripts/lib/paths.mjs';

/** The names in a zip file, as its directory at the end lists them. */
function namesIn(/** @type {Buffer} */ zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const text = zip.toString('utf8', at + 46, at + 46 + (name ?? 0));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    return text;
  });
}

describe('The package', () => {
  const zip = readFileSync(vsix);
  const names = namesIn(zip);

  it('is at most 1.5 MB', () => assert.ok(zip.length <= 1.5 * 1024 * 1024, `${zip.length} bytes`));

  it('has what runs and what is read, and no source, test, map or setting of ours', () => {
    const wanted =
      /^(?:\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(?:package(?:\.nls(?:\.ja)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt|l10n\/[^/]+\.json|schemas\/[^/]+\.json|syntaxes\/[^/]+\.json|media\/[^.]+(?:\.ja)?\.(?:svg|png|md|css)|docs\/pictures\/[^.]+\.en\.(?:light|dark)\.png|client\/dist\/(?:extension|languageClient)\.js|client\/dist\/webview\/[^/]+\.(?:js|css)|server\/dist\/(?:server|plans)\.js))$/;
    assert.deepEqual(
      names.filter((name) => !wanted.test(name)),
      [],
    );
    for (const name of [
      'client/dist/extension.js',
      'server/dist/server.js',
      'server/dist/plans.js',
      'readme.md',
      'media/icon.png',
    ])
      assert.ok(names.includes(`extension/${name}`), name);
  });

  it('has the pictures of its readme', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const pictures = [...readme.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, picture]) => picture);
    assert.ok(pictures.length > 0);
    assert.deepEqual(
      pictures.filter((picture) => !names.includes(`extension/${picture}`)),
      [],
    );
  });

  it('has bundles without a word of where a map would be', () => {
    assert.ok(!zip.includes('.js.map'));
  });
});
