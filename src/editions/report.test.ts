import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../model/periods.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { nonEmpty } from '../tests/non-empty.ts';
import { reportEdition, type ReportBlock, type ReportEdition, type ReportSection } from './report.ts';

/** The reports of made-up unions: `quang-tri` and `hue`, of the cluster `cum-3`. */

const report = (
  files: Readonly<Record<string, string | undefined>>,
  unit = 'quang-tri',
  period = '2023',
): ReportEdition => {
  const bulletin = fixtureBulletin(files);
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  return reportEdition(bulletin, bulletin.get('units', unit), parsed);
};

const activity = (facts: string, summary = 'Một việc.'): string =>
  `---\ntitle: "Việc"\nsummary: "${summary}"\n${facts}\nsources: [bao-cao:5]\n---\n\nMột việc.\n`;
const outline = (sections: string, more = ''): string =>
  `unit: quang-tri\nperiod: 2023\n${more}sections:\n${sections}sources: [bao-cao:1]\n`;
const unit = (kind: string, parent: string, order: number, name: string): string =>
  `kind: ${kind}\norder: ${order}\nparent: ${parent}\nnames:\n  vi: "${name}"\nshortNames:\n  vi: "${name}"\nsources: [bao-cao:1]\n`;
const own = 'reports/quang-tri-2023.yaml';

const textOf = (block: ReportBlock): string =>
  block.kind === 'table' ? block.title : block.kind === 'blank' ? '……' : block.text;
const linesOf = (blocks: readonly ReportBlock[]): string[] => blocks.map(textOf);
const sectionOf = ({ sections }: ReportEdition, title: string): ReportSection => {
  const found = sections.find((one) => one.title === title);
  if (!found) throw new Error(`no section ${title} in ${sections.map((one) => one.title).join(', ')}`);
  return found;
};
const remarksOf = (one: ReportEdition): string[] => [
  ...one.remarks,
  ...one.sections.flatMap((section) => [
    ...section.remarks,
    ...section.blocks.flatMap((block) => block.remarks),
  ]),
];

describe('a record', () => {
  const two = outline(
    '  - title: "Đoàn"\n    contents: [delegation-in]\n  - title: "Hữu nghị"\n    contents: [peace-friendship]\n',
  );
  const visit = activity(
    'categories: [delegation-in, peace-friendship]\ndate: 2023-11-02/2023-11-04\nunits: [{ unit: quang-tri }]\npartners: [{ partner: hvpf, role: guest }]\ncountries: [JP]',
    'Đoàn HVPF thăm tỉnh.',
  );

  test('is told in full once, and a delegation is named with country and date in the list of delegations', () => {
    const made = report({ [own]: two, 'activities/2023/doan/index.vi.mdx': visit });
    expect(linesOf(sectionOf(made, 'Hữu nghị').blocks)).toEqual([
      'Đoàn HVPF thăm tỉnh (thời gian: ngày 02-04/11/2023).',
    ]);
    expect(linesOf(sectionOf(made, 'Đoàn').blocks)).toContainEqual(
      expect.stringMatching(/^Đoàn .*\(Nhật Bản\), ngày 02-04\/11\/2023 \(xem mục 2\)\.$/),
    );
  });

  test('stands in the order of its date, what has none last', () => {
    const day = (date: string) => activity(`categories: [aid]\n${date}units: [{ unit: quang-tri }]`, date);
    const made = report({
      [own]: outline('  - title: "Viện trợ"\n    contents: [aid]\n'),
      'activities/2023/a/index.vi.mdx': day('').replace('summary: ""', 'summary: "không ngày"'),
      'activities/2023/b/index.vi.mdx': activity(
        'categories: [aid]\ndate: 2023-12-01\nunits: [{ unit: quang-tri }]',
        'Ngày 01/12/2023',
      ),
      'activities/2023/c/index.vi.mdx': activity(
        'categories: [aid]\ndate: 2023-01-05\nunits: [{ unit: quang-tri }]',
        'Ngày 05/01/2023',
      ),
      'activities/2023/d/index.vi.mdx': activity(
        'categories: [aid]\ndate: 2023-12\nunits: [{ unit: quang-tri }]',
        'Tháng 12 năm 2023',
      ),
    });
    const lines = linesOf(sectionOf(made, 'Viện trợ').blocks).filter((line) => !line.startsWith('Liên hiệp'));
    expect(lines.slice(0, 4)).toEqual([
      'Ngày 05/01/2023.',
      'Ngày 01/12/2023.',
      'Tháng 12 năm 2023.',
      'không ngày.',
    ]);
  });

  test('is told in its reportLine where it has one', () => {
    const told = activity('categories: [aid]\nunits: [{ unit: quang-tri }]\nreportLine: "Câu của báo cáo."');
    const made = report({
      [own]: outline('  - title: "Viện trợ"\n    contents: [aid]\n'),
      'activities/2023/a/index.vi.mdx': told,
    });
    expect(linesOf(sectionOf(made, 'Viện trợ').blocks)).toContain('Câu của báo cáo.');
  });

  test('says behind its sentence every fact that the sentence leaves out, and none that it has', () => {
    const aid =
      'categories: [aid]\ndate: 2023-09-24\nplaces: [truong]\nunits: [{ unit: quang-tri }]\npartners: [{ partner: hvpf, role: donor }]\nnumbers: [{ value: 29, of: people }]\naid:\n  - { amount: 31250000, currency: VND, state: disbursed, items: [{ count: 350, of: gifts, each: 75000 }] }';
    const make = (summary: string) =>
      linesOf(
        sectionOf(
          report({
            [own]: outline('  - title: "Viện trợ"\n    contents: [aid]\n'),
            'activities/2023/a/index.vi.mdx': activity(
              aid.replace(', items: [{ count: 350, of: gifts, each: 75000 }]', ''),
              summary,
            ),
          }),
          'Viện trợ',
        ).blocks,
      )[0];
    expect(make('Trao quà.')).toBe(
      'Trao quà (thời gian: ngày 24/09/2023; địa điểm: Trường; đối tác: Hội Hòa bình và Hữu nghị Hiroshima – Việt Nam (tài trợ); số lượng: 29 người; trị giá: 31.250.000 đồng, đã giải ngân, đã trao).',
    );
    expect(make('Ngày 24/9/2023, HVPF trao cho 29 người ở Trường 31.250.000 đồng')).toBe(
      'Ngày 24/9/2023, HVPF trao cho 29 người ở Trường 31.250.000 đồng.',
    );
    // 129 is not 29, and the 2nd is not the 24th.
    expect(make('Ngày 2/9/2023, HVPF trao cho 129 người ở Trường 131.250.000 đồng')).toContain(
      '(thời gian: ngày 24/09/2023; số lượng: 29 người; trị giá: 31.250.000 đồng',
    );
  });

  test('that stands in no section is named, and so is one of the year that may not be of the half-year', () => {
    const files = {
      [own]: outline('  - title: "Viện trợ"\n    contents: [aid]\n'),
      'activities/2023/a/index.vi.mdx': activity(
        'categories: [emulation]\ndate: 2023-02-01\nunits: [{ unit: quang-tri }]',
      ),
    };
    expect(report(files).unplaced.map(({ id }) => id)).toEqual(['2023/a', '2023/tham']);
    expect(report(files).remarks.join()).toContain('activities/2023/a');
    const half = report(files, 'quang-tri', '2023-H1');
    expect(half.undated.map(({ id }) => id)).toEqual(['2023/tham']);
    expect(half.unplaced.map(({ id }) => id)).toEqual(['2023/a']);
  });
});

describe('aid', () => {
  test('is summed by direction, state and currency, and never across them', () => {
    const gift = (date: string, aid: string) =>
      activity(`categories: [aid]\ndate: ${date}\nunits: [{ unit: quang-tri }]\naid:\n${aid}`);
    const made = report({
      [own]: outline('  - title: "Viện trợ"\n    contents: [aid]\n'),
      'activities/2023/a/index.vi.mdx': gift(
        '2023-03-01',
        '  - { amount: 1000000, currency: VND, state: disbursed }\n',
      ),
      'activities/2023/b/index.vi.mdx': gift(
        '2023-04-01',
        '  - { amount: 2000000, currency: VND, state: disbursed }\n  - { amount: 5000000, currency: VND, state: pledged }\n',
      ),
    });
    const tables = sectionOf(made, 'Viện trợ').blocks.filter((one) => one.kind === 'table');
    expect(tables.at(-1)?.rows).toEqual([
      ['đã cam kết', 'VND', '5.000.000 đồng'],
      ['đã giải ngân, đã trao', 'VND', '3.000.000 đồng'],
      ['đã giải ngân, đã trao', 'USD', '7.200 USD'],
    ]);
    expect(tables[0]?.rows).toHaveLength(4);
  });
});

describe('a section', () => {
  test('says “không” on purpose, and the clerk learns of records that contradict it', () => {
    const nothing = (contents: string) =>
      outline(`  - title: "Mục"\n    contents: [${contents}]\n    nothing: true\n`);
    const empty = sectionOf(report({ [own]: nothing('organisation') }), 'Mục: không.');
    expect([empty.blocks, empty.remarks]).toEqual([[], []]);
    const contradicted = sectionOf(report({ [own]: nothing('aid') }), 'Mục: không.');
    expect(contradicted.remarks.join()).toContain('activities/2023/hoc-bong');
  });

  test('that nobody has filled has a dotted line and a remark; one that is a heading of others has none', () => {
    const made = report({
      [own]: outline(
        '  - level: 1\n    title: "Phần"\n  - title: "Trống"\n    contents: [organisation]\n  - title: "Chưa viết"\n',
      ),
    });
    expect(sectionOf(made, 'Phần').blocks).toEqual([]);
    for (const title of ['Trống', 'Chưa viết']) {
      const [blank] = sectionOf(made, title).blocks;
      expect(blank?.kind).toBe('blank');
      expect(blank?.remarks).toHaveLength(1);
    }
  });

  test('keeps people’s words before the records and behind them, with their points', () => {
    const made = report({
      [own]: outline(
        '  - title: "Mục"\n    contents: [aid]\n    text: |\n      Lời trước.\n      - Điểm\n      + Điểm nhỏ\n    after: "Lời sau."\n',
      ),
    });
    const blocks = sectionOf(made, 'Mục').blocks;
    expect(blocks.slice(0, 3).map((one) => [one.kind, textOf(one)])).toEqual([
      ['paragraph', 'Lời trước.'],
      ['item', 'Điểm'],
      ['subitem', 'Điểm nhỏ'],
    ]);
    expect(textOf(nonEmpty(blocks, 'blocks').at(-1) as ReportBlock)).toBe('Lời sau.');
  });

  test('has the headings of the union’s latest report in the next period, with the years moved on', () => {
    const files = {
      [own]: outline(
        '  - level: 1\n    title: "KẾT QUẢ NĂM 2023"\n  - level: 1\n    title: "Phương hướng năm 2024"\n    contents: [plan]\n    text: "Lời cũ."\n',
        'symbol: "BC-LH"\n',
      ),
    };
    const next = report(files, 'quang-tri', '2024');
    expect(next.sections.map((one) => one.title)).toEqual(['KẾT QUẢ NĂM 2024', 'Phương hướng năm 2025']);
    expect(next.sections.flatMap((one) => linesOf(one.blocks))).not.toContain('Lời cũ.');
    expect(next.letterhead.number).toBe('Số: …/BC-LH');
    const half = report(files, 'quang-tri', '2024-H1');
    expect(half.sections.map((one) => one.title)).toEqual([
      'KẾT QUẢ 6 THÁNG ĐẦU NĂM 2024',
      'Phương hướng 6 tháng cuối năm 2024',
    ]);
  });
});

describe('the letterhead', () => {
  test('has dots for what is not known', () => {
    const { letterhead, signature } = report({ [own]: outline('  - title: "Mục"\n') });
    expect(letterhead.placeAndDay).toBe('…………, ngày … tháng … năm …');
    expect(letterhead.number).toBe('Số: …/…………');
    expect(signature).toEqual({ office: '…………', name: '…………' });
  });

  test.each([
    ['2023-02-05', 'ngày 05 tháng 02 năm 2023'],
    ['2023-03-10', 'ngày 10 tháng 3 năm 2023'],
    ['2023-12-31', 'ngày 31 tháng 12 năm 2023'],
  ])('writes the day %s as “%s”', (date, words) => {
    const head = outline('  - title: "Mục"\n', `place: "Gia Lai"\ndate: ${date}\nnumber: "76/BC"\n`);
    const { letterhead } = report({ [own]: head });
    expect(letterhead.placeAndDay).toBe(`Gia Lai, ${words}`);
    expect(letterhead.number).toBe('Số: 76/BC');
  });
});

describe('the clerk is told', () => {
  test('where documents disagree', () => {
    const made = report({});
    expect(remarksOf(made).join('\n')).toContain('30 đoàn (bao-cao:7), 27 đoàn (bao-cao:9)');
  });

  test('where a total that a document states is not what the records give, and not where it is', () => {
    const document = (value: number): string =>
      `names:\n  vi: "Báo cáo"\nfile: bao-cao.txt\nyear: 2023\ntotals:\n  - { line: 41, says: "n suất", value: ${value}, unit: quang-tri, activity: 2023/hoc-bong, of: scholarships, reason: "Vì thế." }\n`;
    const said = (value: number) =>
      remarksOf(report({ 'documents/bao-cao.yaml': document(value) })).filter((one) =>
        one.includes('n suất'),
      );
    expect(said(61)).toEqual(['bao-cao:41 nêu “n suất” (61); đếm từ hồ sơ: 60. Vì thế.']);
    expect(said(60)).toEqual([]);
  });

  test('what editors noted of a record', () => {
    const noted = activity('categories: [aid]\nunits: [{ unit: quang-tri }]\nnotes: "Xem lại."');
    expect(remarksOf(report({ 'activities/2023/a/index.vi.mdx': noted })).join()).toContain('Xem lại.');
  });
});

describe('the numbers of the bulletin', () => {
  const visit = (month: string, language: string, visits: number, pages: number): string =>
    `  - { month: ${month}, language: ${language}, visits: ${visits}, pages: ${pages} }\n`;
  const files = {
    [own]: outline(
      '  - title: "Bản tin"\n    contents: [figures]\n',
      `visits:\n${visit('2023-01', 'vi', 900, 2000)}${visit('2023-01', 'lo', 50, 70)}${visit('2023-12', 'vi', 100, 1000)}${visit('2022-12', 'vi', 5, 5)}`,
    ),
  };
  const tablesOf = (one: ReportEdition) =>
    sectionOf(one, 'Bản tin').blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));

  test('are the items of the union by language, and the visits of the period', () => {
    expect(tablesOf(report(files))).toEqual([
      [
        ['Tiếng Việt', '3'],
        ['Tiếng Lào', '1'],
      ],
      [
        ['Tiếng Việt', '1.000', '3.000'],
        ['Tiếng Lào', '50', '70'],
      ],
    ]);
    expect(linesOf(sectionOf(report(files), 'Bản tin').blocks).join()).toContain(
      '1.050 lượt truy cập, 3.070 trang',
    );
  });
});

describe('the report of the cluster', () => {
  const files = {
    'units/hue.yaml': unit('union', 'cum-3', 2, 'Liên hiệp Huế'),
    'units/hoi.yaml': unit('association', 'hue', 9, 'Hội Huế'),
    'units/nua.yaml': unit('union', 'cum-3', 3, 'Liên hiệp Nữa'),
    'activities/2023/cua-hoi/index.vi.mdx': activity(
      'categories: [aid]\nunits: [{ unit: hoi }]',
      'Việc của hội.',
    ),
    'activities/2023/chung/index.vi.mdx': activity(
      'categories: [aid]\nunits: [{ unit: nua, role: participate }, { unit: hue, role: lead }]',
      'Việc chung.',
    ),
    'reports/cum-3-2023.yaml':
      'unit: cum-3\nperiod: 2023\nsections:\n  - level: 1\n    title: "KẾT QUẢ"\n  - title: "Viện trợ"\n    contents: [aid]\n  - title: "Đoàn vào"\n    contents: [delegation-in]\n',
  };
  const made = report(files, 'cum-3');
  const below = (title: string): ReportSection[] => {
    const at = made.sections.findIndex((one) => one.title === title);
    const rest = made.sections.slice(at + 1);
    const end = rest.findIndex((one) => one.level < 4);
    return rest.slice(0, end < 0 ? undefined : end);
  };

  test('tells the unions in their order, and leaves out those that have nothing', () => {
    expect(below('Viện trợ').map((one) => one.title)).toEqual([
      'quang-tri',
      'Liên hiệp Huế',
      'Liên hiệp Nữa',
    ]);
    expect(below('Đoàn vào').map((one) => one.title)).toEqual(['quang-tri']);
  });

  test('gives a union what its associations did', () => {
    expect(linesOf(below('Viện trợ')[1]?.blocks ?? [])).toContainEqual(
      expect.stringMatching(/^Việc của hội/),
    );
  });

  test('tells what two unions did in full at the one that led', () => {
    const [, hue, other] = below('Viện trợ').map((one) => linesOf(one.blocks));
    expect(hue).toContainEqual(
      expect.stringMatching(/^Việc chung \(đơn vị: Liên hiệp Nữa \(tham gia\)\)\.$/),
    );
    // By its title, which is “Việc”.
    expect(other).toEqual(['Việc (xem mục I.1 (2)).']);
  });

  test('sums the aid of all unions, and of each by itself', () => {
    const tables = sectionOf(made, 'Viện trợ').blocks.filter((one) => one.kind === 'table');
    expect(tables.map((one) => one.rows)).toEqual([
      [['đã giải ngân, đã trao', 'USD', '7.200 USD']],
      [['quang-tri', 'đã giải ngân, đã trao', '7.200 USD']],
    ]);
  });
});

test('where there is no story of its own, none is spoken of', () => {
  const said = (files: Readonly<Record<string, string | undefined>>): string =>
    linesOf(
      sectionOf(
        report({ [own]: outline('  - title: "Bản tin"\n    contents: [figures]\n'), ...files }),
        'Bản tin',
      ).blocks,
    ).join();
  expect(said({})).toContain('bài viết riêng');
  const without = said({
    'stories/2023/nguoi-ban/index.vi.mdx': undefined,
    'issues/2023-2/index.vi.mdx': undefined,
  });
  expect(without).toMatch(/Bản tin có \d+ tin, bài về hoạt động của .* và \d+ bản dịch/);
  expect(without).not.toContain('bài viết riêng');
});

describe('congresses and publications are counted', () => {
  const record = (categories: string, more: string): string =>
    activity(`categories: [${categories}]\n${more}`, 'Một việc khác.');
  const files = {
    [own]: outline(
      '  - title: "Tổ chức"\n    contents: [organisation]\n  - title: "Thông tin"\n    contents: [information]\n',
    ),
    'activities/2023/dai-hoi/index.vi.mdx': record(
      'organisation',
      'date: 2023-01-01\nunits: [{ unit: quang-tri, role: lead }]\ncountedAs: congress',
    ),
    'activities/2023/khach/index.vi.mdx': record(
      'organisation',
      'date: 2023-02-01\nunits: [{ unit: quang-tri, role: participate }]\ncountedAs: congress',
    ),
    'activities/2023/hop/index.vi.mdx': record(
      'organisation',
      'date: 2023-03-01\nunits: [{ unit: quang-tri, role: lead }]',
    ),
    'activities/2023/ban-tin/index.vi.mdx': record(
      'information',
      'date: 2023-04-01\nunits: [{ unit: quang-tri, role: lead }]\ncountedAs: publication\nnumbers: [{ value: 2, of: issues }]',
    ),
    'activities/2023/sach/index.vi.mdx': record(
      'information',
      'date: 2023-05-01\nunits: [{ unit: quang-tri, role: lead }]\ncountedAs: publication',
    ),
  };

  test('those that the union held, not those it was a guest of; a publication by its issues', () => {
    const made = report(files);
    const [congresses, publications] = ['Tổ chức', 'Thông tin'].map((one) => sectionOf(made, one).blocks[0]);
    expect(congresses).toMatchObject({
      text: 'Số đại hội đã tổ chức: 01.',
      records: ['activities/2023/dai-hoi'],
    });
    expect(publications).toMatchObject({ text: 'Số bản tin, ấn phẩm đã xuất bản: 03.' });
  });

  test('and none is no line', () => {
    const without = { ...files, 'activities/2023/dai-hoi/index.vi.mdx': undefined };
    expect(linesOf(sectionOf(report(without), 'Tổ chức').blocks).join()).not.toContain('Số đại hội');
  });
});
