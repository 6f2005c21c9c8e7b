import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './files.ts';
import { removeUnshownPictures } from './unshown-pictures.ts';

test('of the pictures only those stay that a page, a style or a feed names', async () => {
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  };
  write('_astro/anh.Bx1.jpg', 'as it came from the phone');
  write('_astro/anh.Bx1_Z2.webp', 'as the page shows it');
  write('_astro/ảnh đoàn.C3.jpg', 'shown as it is');
  write('_astro/nen.D4.png', 'named by a style');
  write('_astro/page.css', 'body { background: url(nen.D4.png) }');
  write('photos/kept.jpg', 'not of Astro');
  write(
    'a/index.html',
    '<img src="/_astro/anh.Bx1_Z2.webp"><img src="/_astro/%E1%BA%A3nh%20%C4%91o%C3%A0n.C3.jpg">',
  );
  // As Astro names the folder.
  expect(await removeUnshownPictures(`${site}/`)).toEqual(['_astro/anh.Bx1.jpg']);
  expect(filesBelow(site).filter((path) => /\.(?:jpg|png|webp)$/.test(path))).toEqual([
    '_astro/anh.Bx1_Z2.webp',
    '_astro/nen.D4.png',
    '_astro/ảnh đoàn.C3.jpg',
    'photos/kept.jpg',
  ]);
  rmSync(site, { recursive: true });
});
