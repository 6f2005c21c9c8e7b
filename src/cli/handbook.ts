import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { handbook, handbooks } from '../outputs/handbook/generate.ts';
import type { EditorLocale } from '../model/locales.ts';
import { runCommand } from './command-line.ts';
import { projectRoot } from '../build/paths.ts';

/** `npm run handbook`: writes both handbooks anew. A test fails when they are not what this would write. */
await runCommand('handbook.usage', {}, async () => {
  for (const [locale, path] of Object.entries(handbooks) as [EditorLocale, string][]) {
    const file = join(projectRoot, path);
    mkdirSync(dirname(file), { recursive: true });
    const text = await format(handbook(projectRoot, locale), {
      ...(await resolveConfig(file)),
      filepath: file,
    });
    writeFileSync(file, text);
    console.log(path);
  }
});
