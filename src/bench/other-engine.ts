import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childSeconds } from './process-tree.ts';

/**
 * WeasyPrint, which sets the same pages without a browser, where somebody has installed it (`apt install weasyprint`,
 * `pip install weasyprint`). It prints plain PDFs: no page numbers in the contents (our pages have them filled in), no
 * fitting of the length, no booklet, no tags.
 */

export interface OtherEngine {
  /** `WeasyPrint 57.2` */
  name: string;
  /** Prints a page of the site in `dist` and returns the processor seconds that it took, and the number of pages. */
  print(dist: string, page: string, out: string): { seconds: number; pages: number };
}

/** `undefined` where it is not installed. */
export async function findOtherEngine(): Promise<OtherEngine | undefined> {
  const version = spawnSync('weasyprint', ['--version'], { encoding: 'utf8' });
  const name = /^WeasyPrint version (\S+)/.exec(version.stdout ?? '')?.[1];
  if (version.status !== 0 || name === undefined) return undefined;
  const { transform } = await import('lightningcss');
  return {
    name: `WeasyPrint ${name}`,
    print(dist, page, out) {
      // It does not know nested rules, and takes `/styles` for the root of the machine.
      for (const sheet of readdirSync(join(dist, 'styles')).filter((one) => one.endsWith('.css'))) {
        const file = join(dist, 'styles', sheet);
        const { code } = transform({
          filename: sheet,
          code: readFileSync(file),
          targets: { safari: 12 << 16 },
        });
        writeFileSync(file, code);
      }
      const html = readFileSync(join(dist, page), 'utf8').replace(/(href|src)="\//g, `$1="file://${dist}/`);
      const source = join(dist, 'page.html');
      writeFileSync(source, html);
      const began = childSeconds();
      const { status, stderr } = spawnSync('weasyprint', [source, out], {
        encoding: 'utf8',
        timeout: 300_000,
      });
      if (status !== 0) throw new Error(`WeasyPrint ended with ${status}: ${stderr.slice(0, 500)}`);
      const pages = readFileSync(out, 'latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
      return { seconds: childSeconds() - began, pages };
    },
  };
}
