import { fields } from './schema.ts';
import { bytes } from '../parse/source.ts';
import { frontMatter } from '../parse/yaml.ts';
import { yaml } from '../parse/yaml-mistakes.ts';
import { halfParsed } from '../parse/half-parsed.ts';
import { tableWidths } from '../parse/table-widths.ts';
import { markup } from '../parse/mdx.ts';
import { amountSizes } from './amount-sizes.ts';
import { askedDonors } from './asked-donors.ts';
import { bodies } from './bodies.ts';
import { citedLines } from './cited-lines.ts';
import { contacts } from './contacts.ts';
import { countries } from './countries.ts';
import { containment } from './containment.ts';
import { covers } from './covers.ts';
import { doubleSpaces } from './double-spaces.ts';
import { duplicates } from './duplicates.ts';
import { fileNames } from './file-names.ts';
import { folders } from './folders.ts';
import { foreignDigits } from './foreign-digits.ts';
import { glossary, glossaryNames, relatedGroups } from './glossary.ts';
import { glyphs } from './glyphs.ts';
import { images } from './images.ts';
import { issueItems } from './issue-items.ts';
import { issuePeriod } from './issue-period.ts';
import { keystrokes } from './keystrokes.ts';
import { lengths } from './lengths.ts';
import { links } from './links.ts';
import { photoRights } from './photo-rights.ts';
import { portableNames } from './portable-names.ts';
import { presence } from './presence.ts';
import { originals } from './originals.ts';
import { plainFields } from './plain-fields.ts';
import { plausibleDates } from './plausible-dates.ts';
import { publicCopies } from './public-copies.ts';
import { recordNames } from './record-names.ts';
import { references } from './references.ts';
import { repeats } from './repeats.ts';
import { scripts } from './scripts.ts';
import { sectionTitles } from './section-titles.ts';
import { stubs } from './stubs.ts';
import { sourceChecks } from './source-checks.ts';
import { sums } from './sums.ts';
import { traditionalChinese } from './traditional-chinese.ts';
import { translatedFigures } from './translated-figures.ts';
import { translatedWhole } from './translated-whole.ts';
import { unknownFacts } from './unknown-facts.ts';
import { updated } from './updated.ts';
import { validity } from './validity.ts';
import { wordings } from './wordings.ts';

/**
 * Everything that can be found wrong in content, in the order in which it is looked for. Messages, handbook and the
 * folders of bad content in `src/tests/cases` are held against this list by a test.
 */

/** What turns bytes into data finds its faults as it goes. */
export const readers = [bytes, frontMatter, yaml, fields, markup, halfParsed, tableWidths] as const;

/** Of where files lie. */
export const folderChecks = [folders, portableNames] as const;

/** Of the whole of content, which a single record is not. */
export const contentChecks = [presence] as const;

/** Of one file of a record. */
export const fileChecks = [
  bodies,
  covers,
  contacts,
  publicCopies,
  scripts,
  keystrokes,
  foreignDigits,
  stubs,
  plainFields,
  doubleSpaces,
  lengths,
  traditionalChinese,
  glyphs,
] as const;

/** Of a record, against the index of all. */
export const recordChecks = [
  recordNames,
  fileNames,
  originals,
  references,
  countries,
  links,
  citedLines,
  plausibleDates,
  validity,
  repeats,
  sums,
  amountSizes,
  askedDonors,
  unknownFacts,
  issueItems,
  issuePeriod,
  sectionTitles,
  duplicates,
  images,
  photoRights,
  glossary,
  wordings,
  translatedFigures,
  translatedWhole,
  updated,
] as const;

/** Of the glossary, against the index of all. */
export const glossaryChecks = [glossaryNames, relatedGroups] as const;

export const checks = [
  containment,
  ...folderChecks,
  ...contentChecks,
  ...readers,
  ...sourceChecks,
  ...fileChecks,
  ...recordChecks,
  ...glossaryChecks,
] as const;

/** Names a kind of problem: `badDate`. */
export type ProblemCode = (typeof checks)[number]['codes'][number];

/** Every kind of problem, once, in the order of the checks. */
export const problemCodes: readonly ProblemCode[] = [...new Set(checks.flatMap((one) => [...one.codes]))];
