/** The numbers of a report's headings: I, 1, a), and (1) for the unions in the cluster's report. Word counts them itself. */

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

type Level = 1 | 2 | 3 | 4;

/** How many headings of each level there are so far, for each heading. A heading begins the levels below it anew. */
function counted(levels: readonly Level[]): number[][] {
  const counts = [0, 0, 0, 0];
  return levels.map((level) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    return [...counts];
  });
}

const letter = (count: number): string => String.fromCharCode(96 + count);

/** As it stands before the heading: `headingNumbers([1, 2, 3, 4]) // => ['I.', '1.', 'a)', '(1)']` */
export function headingNumbers(levels: readonly Level[]): string[] {
  return counted(levels).map((counts, index) => {
    const level = levels[index] ?? 1;
    const count = counts[level - 1] ?? 0;
    return [`${roman[count - 1] ?? count}.`, `${count}.`, `${letter(count)})`, `(${count})`][level - 1] ?? '';
  });
}

/** As another place refers to it: `placeNumbers([1, 2, 3]) // => ['I', 'I.1', 'I.1.a']` */
export function placeNumbers(levels: readonly Level[]): string[] {
  return counted(levels).map(([part = 0, section = 0, below = 0]) =>
    [roman[part - 1], section || undefined, below ? letter(below) : undefined]
      .filter((one) => one !== undefined)
      .join('.'),
  );
}

/**
 * How deep each heading lies in the headings round it, without a step left out: the unions of the cluster's report follow on a
 * section or on a subsection. `headingDepths([1, 2, 4, 2, 3, 4]) // => [1, 2, 3, 2, 3, 4]`
 */
export function headingDepths(levels: readonly Level[]): number[] {
  const above: Level[] = [];
  return levels.map((level) => {
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return above.length;
  });
}
