// @ts-check
import { readFileSync } from 'node:fs';

/**
 * The end of `npm ci`: says in words that the Node which the scripts will run with is too old, where they would otherwise
 * stop with a syntax error. npm runs it with the Node that all scripts get: on Linux x64 the one from the lock file,
 * elsewhere the machine's own. JavaScript, because an old Node cannot read TypeScript, which is the very thing it asks.
 */

/** @param {string} file a JSON file, from the project folder */
const read = (file) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

if (!process.features.typescript) {
  const needed = read('package.json').engines.node;
  for (const locale of ['vi', 'en']) {
    const { 'node.tooOld': message } = read(`src/i18n/editors/${locale}.json`);
    console.error(message.replace('{{needed}}', needed).replace('{{version}}', process.versions.node));
  }
  process.exitCode = 1;
}
