import {
  emailMeant,
  isEmail,
  isTimeOfDay,
  isWebsite,
  phoneLink,
  phoneMeant,
  timeMeant,
  websiteMeant,
} from '../../model/contacts.ts';
import { isGroup, type Group } from '../../model/plain-data.ts';
import { quoted } from '../parse/yaml-mistakes.ts';
import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Does what a unit says of how it is reached lead anywhere: can it be dialled, written to, opened? */

const codes = ['badPhone', 'badEmail', 'badWebsite', 'badTime', 'closesBeforeOpening'] as const;
type Code = (typeof codes)[number];

/** Empty for what is no list, or no group: of that the schema tells. */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const groupOf = (value: unknown): Group => (isGroup(value) ? value : {});

function run({ collection, yaml }: ParsedFile, report: Report<Code>): void {
  if (!yaml || collection !== 'units') return;
  const contact = groupOf(groupOf(yaml.data)['contact']);

  /** Reports what cannot be, with the line as it was meant. What is no text at all is the schema's to tell. */
  const judge = (
    code: Code,
    path: readonly (string | number)[],
    value: unknown,
    sound: (typed: string) => boolean,
    meant: (typed: string) => string | undefined,
  ): void => {
    if (typeof value !== 'string' || value.trim() === '' || sound(value)) return;
    const whole = ['contact', ...path];
    const instead = meant(value);
    const corrected = instead === undefined ? undefined : yaml.lineWith(whole, quoted(instead));
    report({
      ...yaml.positionOf(whole),
      code,
      values: { value },
      ...(corrected !== undefined && { corrected }),
    });
  };

  for (const [at, phone] of listOf(contact['phones']).entries()) {
    judge('badPhone', ['phones', at], phone, (typed) => phoneLink(typed) !== undefined, phoneMeant);
  }
  judge('badEmail', ['email'], contact['email'], isEmail, emailMeant);
  judge('badWebsite', ['website'], contact['website'], isWebsite, websiteMeant);
  for (const [at, hours] of listOf(contact['hours']).entries()) {
    const { opens, closes } = groupOf(hours);
    for (const [key, time] of Object.entries({ opens, closes })) {
      judge('badTime', ['hours', at, key], time, isTimeOfDay, timeMeant);
    }
    const told = [opens, closes].every((time) => typeof time === 'string' && isTimeOfDay(time));
    if (told && String(closes) <= String(opens)) {
      const place = yaml.positionOf(['contact', 'hours', at, 'closes']);
      const values = { opens: String(opens), closes: String(closes) };
      report({ ...place, code: 'closesBeforeOpening', values });
    }
  }
}

export const contacts: Check<'file', Code> = { looksAt: 'file', codes, run };
