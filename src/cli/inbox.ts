import { resolve } from 'node:path';
import { createBulletin, textIn } from '../bulletin/bulletin.ts';
import { inboxOf, type Submission } from '../bulletin/inbox.ts';
import { overdue } from '../bulletin/programme.ts';
import { projectRoot } from '../build/paths.ts';
import { readContentFolder } from '../content/disk.ts';
import { editorText } from '../i18n/editors.ts';
import { edtf } from '../model/dates.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { locales, originalLocale, type EditorLocale } from '../model/locales.ts';
import { todayIs } from '../model/today.ts';
import { runCommand } from './command-line.ts';

/**
 * `npm run inbox`: the articles that were sent in, and where each of them stands; the events that passed without a report.
 * `--root <folder>` names another project.
 */

/** What became of one article, in lines. */
function lines({ document, received, state, records }: Submission, locale: EditorLocale): string[] {
  const sender = [received.from, received.person].filter(Boolean).join(', ');
  const head = [edtf(received.date), sender, document.facts.names.vi].filter(Boolean).join(' · ');
  const standing =
    state === 'waiting'
      ? [editorText('inbox.waiting', locale)]
      : state === 'declined'
        ? [editorText('inbox.declined', locale, { reason: received.declined ?? '' })]
        : records.flatMap(({ entry, untranslated, issues }) => [
            editorText(entry.facts.draft ? 'inbox.drafted' : 'inbox.published', locale, {
              record: `${entry.collection}/${entry.id}`,
            }),
            ...issues.map((issue) => editorText('inbox.inIssue', locale, { issue })),
            ...(untranslated.length > 0
              ? [
                  editorText('inbox.untranslated', locale, {
                    languages: untranslated.map((code) => locales[code].name).join(', '),
                  }),
                ]
              : []),
          ]);
  const photos = received.photos === 'unclear' ? [editorText('inbox.photosUnclear', locale)] : [];
  return [head, ...[...standing, ...photos].map((line) => `  ${line}`), `  ${document.file}`, ''];
}

/** An event that has passed, and what to write where. */
function overdueLines(event: ArticleEntry<'events'>): string[] {
  const { date } = event.facts;
  const { text } = textIn(event, originalLocale);
  return [[date && edtf(date), text.title].filter(Boolean).join(' · '), `  ${event.file}`];
}

function sayInbox(inbox: readonly Submission[], locale: EditorLocale): void {
  if (inbox.length === 0) return console.log(editorText('inbox.empty', locale));
  for (const one of inbox) console.log(lines(one, locale).join('\n'));
  const count = (state: Submission['state']): number => inbox.filter((one) => one.state === state).length;
  const values = {
    count: inbox.length,
    waiting: count('waiting'),
    drafted: count('drafted'),
    published: count('published'),
    declined: count('declined'),
  };
  console.log(editorText('inbox.total', locale, values));
}

await runCommand('inbox.usage', { options: { root: 'text' } }, async ({ locale, value }) => {
  const { entries, today } = readContentFolder(resolve(value('root') ?? projectRoot));
  const bulletin = createBulletin(entries);
  sayInbox(inboxOf(bulletin), locale);
  const passed = overdue(bulletin, todayIs(today));
  if (passed.length === 0) return;
  console.log(`\n${editorText('inbox.overdue', locale, { count: passed.length })}\n`);
  for (const event of passed) console.log(overdueLines(event).join('\n'));
});
