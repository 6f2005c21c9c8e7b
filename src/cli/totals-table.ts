import type { ComparedTotal } from '../bulletin/totals.ts';
import { editorText } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';

/** What `npm run check -- --totals` prints. */

/** A total that differs from the records, and nobody has said why. */
export function unexplained({ agrees, stated }: ComparedTotal): boolean {
  return !agrees && stated.reason === undefined;
}

/** One total: the mark, where it stands, both figures, the words of the document, and the reason if they differ. */
function lines(compared: ComparedTotal, locale: EditorLocale): string[] {
  const { stated, computed, agrees } = compared;
  const figure = new Intl.NumberFormat(locale);
  const unit = stated.unit ?? editorText('totals.cluster', locale, {});
  const mark = agrees ? '=' : stated.reason === undefined ? '✗' : '≠';
  const place = `${compared.document}:${stated.line}`;
  const figures = [
    `${editorText('totals.stated', locale, {})} ${figure.format(stated.value)}`,
    `${editorText('totals.counted', locale, {})} ${figure.format(computed)}`,
  ].join(' · ');
  const reason = stated.reason && `${editorText('totals.because', locale, {})}: ${stated.reason}`;
  return [
    `  ${mark} ${place.padEnd(20)} ${unit}: ${figures} · “${stated.says}”`,
    ...(agrees ? [] : [`      ${reason ?? editorText('totals.unexplained', locale, {})}`]),
  ];
}

/** All totals, and a last line that sums them up. */
export function totalsTable(compared: readonly ComparedTotal[], locale: EditorLocale): string[] {
  const differing = compared.filter(({ agrees }) => !agrees);
  const open = differing.filter(unexplained).length;
  const values = {
    count: compared.length,
    agree: compared.length - differing.length,
    explained: differing.length - open,
    unexplained: open,
  };
  return [...compared.flatMap((one) => lines(one, locale)), '', editorText('totals.summary', locale, values)];
}
