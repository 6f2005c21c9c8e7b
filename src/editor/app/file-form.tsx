import { useMemo } from 'preact/hooks';
import { isArticleName } from '../../authoring/record-questions.ts';
import { splitFrontMatter } from '../../content/parse/yaml.ts';
import type { Problem } from '../../content/problems.ts';
import { localeCodes, originalLocale, type Locale } from '../../model/locales.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import type { EditorIndex } from '../editor-index.ts';
import { FormOf, type FieldChange, type FormSubject } from '../forms/form-context.ts';
import { originalFields, translationFields, type Field } from '../forms/fields.ts';
import { Form } from '../forms/form.tsx';
import { placeProblems, type PlacedProblem } from '../forms/problem-places.ts';
import { IssueSections } from '../issue/issue-sections.tsx';
import { keyOrderOf } from '../key-order.ts';
import { fileOfRecord, textOf, withFile, type OpenRecord } from '../open-record.ts';
import { bodyOf, fieldsOf, withBody, withField, type Path } from '../record-file.ts';
import { TextEditor } from '../text/text-editor.tsx';
import { useSay } from './words.ts';

/** One file of a record as a form: the facts and the text of the original, or a translation. */

export interface FileView {
  readonly file: string;
  readonly locale: Locale;
  /** What its fields say; `undefined` when its YAML cannot be read. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
  /** The text below the fields, with line ends as everywhere. */
  readonly body: string;
  readonly placed: readonly PlacedProblem[];
  readonly fields: readonly Field[];
}

function readFields(text: string): FileView['data'] {
  try {
    return fieldsOf(text);
  } catch {
    return undefined;
  }
}

/** What the form of one file shows. */
export function useFile(record: OpenRecord, locale: Locale, problems: readonly Problem[]): FileView {
  const { collection, id } = record;
  const file = fileOfRecord(collection, id, locale);
  const text = textOf(record, file) ?? '';
  const data = useMemo(() => readFields(text), [text]);
  const body = useMemo(() => bodyOf(text).replaceAll('\r\n', '\n'), [text]);
  const placed = useMemo(
    () =>
      placeProblems(
        text,
        !isArticleName(collection),
        problems.filter((one) => one.file === file),
      ),
    [problems, text, file, collection],
  );
  const fields = useMemo(
    () => (locale === originalLocale ? originalFields(collection) : translationFields(collection)),
    [collection, locale],
  );
  return { file, locale, data, body, placed, fields };
}

/** Problems that no field of the form shows. */
export const withoutField = ({ placed, fields }: FileView): Problem[] =>
  placed.flatMap(({ problem, path }) => {
    if (path === 'body') return [];
    return fields.some((one) => one.key === path?.[0]) ? [] : [problem];
  });

/** Tells the fields of one file from those of another on the same page. */
export const formName = (locale: Locale): string => `field-${locale}`;

/** The letters of a word are one step of “undo”; what a button does is one of its own. */
function typedStep(file: string, [first]: readonly FieldChange[]): string | undefined {
  if (!first) return undefined;
  const [path, value] = first;
  const isTyped = value === undefined ? typeof path.at(-1) === 'string' : typeof value !== 'object';
  return isTyped ? `${file} ${path.join('.')}` : undefined;
}

/** The sections of an issue have a form of their own. */
function composed(fields: readonly Field[], locale: Locale) {
  const isIssue = locale === originalLocale && fields.some(({ key }) => key === 'sections');
  const own = ['sections', 'sectionTitles', 'ranks'];
  const left = fields.filter(({ key }) => !own.includes(key));
  return { isIssue, fields: isIssue ? left : fields };
}

/** The languages in which a record has a text. */
const lettersOf = ({ collection, id, files }: OpenRecord): ReadonlySet<Locale> =>
  new Set(localeCodes.filter((code) => files.has(fileOfRecord(collection, id, code))));

/** Titles by the ids of the sections, as an original says them. */
export function sectionTitlesOf({ data }: FileView): ReadonlyMap<string, string> {
  const titles = data?.['sectionTitles'];
  const own = typeof titles === 'object' && titles !== null ? Object.entries(titles) : [];
  return new Map(own.map(([id, title]) => [id, String(title)]));
}

export function FileForm({
  record,
  view,
  index,
  change,
  make,
  sectionTitles,
  pictureUrl,
  addPicture,
}: {
  /** The newest, whenever it is asked for: each change builds on the last one. */
  readonly record: () => OpenRecord;
  readonly view: FileView;
  readonly index: EditorIndex;
  readonly change: (record: OpenRecord) => void;
  readonly make?: ((collection: CollectionName, name: string, path: Path) => void) | undefined;
  /** Of a translation of an issue: the sections of the original. */
  readonly sectionTitles?: ReadonlyMap<string, string> | undefined;
  readonly pictureUrl: (src: string) => string | undefined;
  readonly addPicture?: ((file: File) => Promise<string | undefined>) | undefined;
}) {
  const say = useSay();
  const { file, locale, data, body, placed, fields } = view;
  const { collection } = record();
  const order = useMemo(() => keyOrderOf(collection), [collection]);
  const source = textOf(record(), file) ?? '';
  const bodyLine = splitFrontMatter(source.replaceAll('\r\n', '\n'))?.bodyLine ?? 1;
  const inBody = placed.flatMap(({ problem, path }) =>
    path === 'body' ? [{ problem, line: problem.line - bodyLine + 1 }] : [],
  );
  if (data === undefined)
    return (
      <SourceText text={source} change={(next) => change(withFile(record(), file, next, `${file} source`))} />
    );
  const write = (changes: readonly FieldChange[]): void => {
    const now = record();
    const text = changes.reduce(
      (before, [path, value]) => withField(before, path, value, order),
      textOf(now, file) ?? '',
    );
    change(withFile(now, file, text, typedStep(file, changes)));
  };
  const subject: FormSubject = {
    name: formName(locale),
    data,
    index,
    problems: placed,
    make,
    change: (path, value) => write([[path, value]]),
    changeAll: write,
    sectionTitles,
  };
  const own = composed(fields, locale);
  return (
    <FormOf.Provider value={subject}>
      <Form fields={own.fields}>
        {own.isIssue && (
          <IssueSections
            index={index}
            letters={lettersOf(record())}
            minimumItems={Number(fields.find(({ key }) => key === 'minimumItems')?.fallback)}
          />
        )}
        {isArticleName(collection) && (
          <section class="field">
            <h2 class="label">{say('editor.field.body')}</h2>
            <TextEditor
              key={file}
              text={body}
              locale={locale}
              label={say('editor.field.body')}
              index={index}
              problems={inBody}
              pictureUrl={pictureUrl}
              addPicture={addPicture}
              onText={(next) => {
                const now = record();
                change(withFile(now, file, withBody(textOf(now, file) ?? '', next), `${file} body`));
              }}
            />
          </section>
        )}
      </Form>
    </FormOf.Provider>
  );
}

/** The file itself, when it has mistakes that no form can show. */
function SourceText({ text, change }: { readonly text: string; readonly change: (text: string) => void }) {
  const say = useSay();
  return (
    <div class="field">
      <label for="source-text">{say('editor.sourceText')}</label>
      <p class="hint">{say('editor.sourceTextHint')}</p>
      <textarea
        id="source-text"
        class="source"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}
