import { z } from 'zod';
import { aidStates, countedThings, currencies, directions, qualifiers } from '../../domain/aid.ts';
import { categories, partnerTypes, statuses } from '../../domain/categories.ts';
import { calendars, occasionKinds } from '../../domain/occasions.ts';
import { partnerRoles } from '../../domain/roles.ts';
import * as field from './fields.ts';

/**
 * What an editor may write, one schema a collection. `facts` stand in the original (`index.vi.mdx`) or in the YAML
 * file; `text` stands in every language. Unknown keys are problems everywhere (strict objects).
 */

const amount = {
  amount: z
    .int()
    .positive()
    .meta(field.says('Số tiền nguyên, không dấu chấm, dấu phẩy', 'The whole amount, without separators')),
  currency: z.enum(currencies).meta(field.says('Loại tiền', 'The currency')),
  qualifier: z
    .enum(qualifiers)
    .optional()
    .meta(
      field.says(
        'hơn (over), gần (nearly), khoảng (about); bỏ trống khi nguồn ghi đúng con số',
        'over, nearly, about; left out when the source gives the plain figure',
      ),
    ),
};

const aid = z
  .strictObject({
    ...amount,
    state: z
      .enum(aidStates)
      .meta(
        field.says(
          'vận động, cam kết, đồng ý chủ trương, phê duyệt, đã trao',
          'raised, pledged, agreed in principle, approved, handed over',
        ),
      ),
    direction: z
      .enum(directions)
      .default('in')
      .meta(
        field.says('in: nhận từ nước ngoài; out: gửi ra nước ngoài', 'in: from abroad; out: sent abroad'),
      ),
    items: z
      .array(
        z.strictObject({
          count: z.int().positive().meta(field.says('Số lượng', 'How many')),
          of: z.enum(countedThings).meta(field.says('Đếm cái gì', 'What is counted')),
          each: z
            .int()
            .positive()
            .optional()
            .meta(field.says('Giá trị một suất, cùng loại tiền', 'Value of one, in the same currency')),
        }),
      )
      .default([])
      .meta(
        field.says(
          'Các khoản: số lượng, đếm cái gì, giá trị một suất',
          'The items: how many, of what, value of one',
        ),
      ),
    equivalent: z
      .strictObject(amount)
      .optional()
      .meta(
        field.says(
          'Số tiền tương đương mà nguồn ghi bằng loại tiền khác',
          'The same value in another currency, as the source gives it',
        ),
      ),
    sources: field.ownSources,
  })
  .meta(
    field.says('Giá trị hỗ trợ: số tiền nguyên, loại tiền, tình trạng', 'Aid: whole amount, currency, state'),
  );

const activity = {
  facts: z.strictObject({
    categories: z
      .array(z.enum(categories))
      .min(1)
      .meta(field.says('Loại hoạt động; loại chính đứng đầu', 'Categories; the main one first')),
    date: field.date
      .optional()
      .meta(
        field.says(
          'Ngày, tháng, quý hoặc năm, đúng như nguồn biết',
          'Day, month, quarter or year, exactly as far as the source knows',
        ),
      ),
    dateAsWritten: field.text
      .optional()
      .meta(
        field.says(
          'Nguyên văn ngày trong nguồn, khi nguồn viết khác thường',
          'The source’s own words for the date, where they are odd',
        ),
      ),
    status: z
      .enum(statuses)
      .default('held')
      .meta(field.says('đã diễn ra, dự kiến, đang tiếp tục', 'held, planned, ongoing')),
    occasion: field.occasion.optional(),
    places: field.places,
    units: field.unitsWithRole,
    partners: z
      .array(
        z.strictObject({
          partner: field.reference.meta(
            field.says('Tên thư mục trong content/partners', 'Name of the folder in content/partners'),
          ),
          role: z
            .enum(partnerRoles)
            .optional()
            .meta(field.says('Vai trò; bỏ trống khi không rõ', 'The role; left out when it is not clear')),
        }),
      )
      .default([])
      .meta(field.says('Đối tác, và vai trò nếu rõ', 'Partners, with the role where it is clear')),
    countries: field.countries,
    numbers: z
      .array(
        z.strictObject({
          value: z.int().nonnegative().meta(field.says('Con số', 'The figure')),
          of: z.enum(countedThings).meta(field.says('Đếm cái gì', 'What is counted')),
          qualifier: z
            .enum(qualifiers)
            .optional()
            .meta(
              field.says(
                'hơn (over), gần (nearly), khoảng (about); bỏ trống khi nguồn ghi đúng con số',
                'over, nearly, about; left out when the source gives the plain figure',
              ),
            ),
          sources: field.ownSources,
        }),
      )
      .default([])
      .meta(
        field.says(
          'Con số; khi hai văn bản nói khác nhau, viết cả hai, mỗi số kèm nguồn riêng',
          'Figures; where two documents disagree write both, each with its own sources',
        ),
      ),
    aid: z.array(aid).default([]),
    partOf: field.reference
      .optional()
      .meta(
        field.says(
          'Hoạt động lớn hơn mà hoạt động này là một phần',
          'The larger activity that this one is part of',
        ),
      ),
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};

const story = {
  facts: z.strictObject({
    date: field.date
      .optional()
      .meta(
        field.says(
          'Ngày, tháng, quý hoặc năm, đúng như nguồn biết',
          'Day, month, quarter or year, exactly as far as the source knows',
        ),
      ),
    author: field.text.optional().meta(field.says('Người viết, nếu biết', 'The author, if known')),
    about: z
      .strictObject({
        partners: z
          .array(field.reference)
          .default([])
          .meta(field.says('Tên thư mục trong content/partners', 'Names of folders in content/partners')),
        units: z
          .array(field.reference)
          .default([])
          .meta(field.says('Tên tệp trong content/units', 'Names of files in content/units')),
        activities: z
          .array(field.reference)
          .default([])
          .meta(
            field.says(
              'Năm và tên thư mục trong content/activities',
              'Year and folder in content/activities',
            ),
          ),
      })
      .meta(
        field.says(
          'Bài viết nói về đối tác, liên hiệp, hoạt động nào',
          'Which partners, units and activities the story is about',
        ),
      ),
    countries: field.countries,
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};

const event = {
  facts: z.strictObject({
    date: field.date
      .optional()
      .meta(
        field.says(
          'Ngày, tháng, quý hoặc năm, đúng như nguồn biết',
          'Day, month, quarter or year, exactly as far as the source knows',
        ),
      ),
    dateAsWritten: field.text
      .optional()
      .meta(
        field.says(
          'Nguyên văn ngày trong nguồn, khi nguồn viết khác thường',
          'The words of the source for the date, where they are odd',
        ),
      ),
    tentative: z
      .boolean()
      .default(false)
      .meta(field.says('true khi nguồn ghi “dự kiến”', 'true where the source says “planned”')),
    occasion: field.occasion.optional(),
    places: field.places,
    units: field.unitsWithRole,
    partners: z
      .array(
        z.strictObject({
          partner: field.reference.meta(
            field.says('Tên thư mục trong content/partners', 'Name of the folder in content/partners'),
          ),
          role: z
            .enum(partnerRoles)
            .optional()
            .meta(field.says('Vai trò; bỏ trống khi không rõ', 'The role; left out when it is not clear')),
        }),
      )
      .default([])
      .meta(field.says('Đối tác, và vai trò nếu rõ', 'Partners, with the role where it is clear')),
    countries: field.countries,
    activity: field.reference
      .optional()
      .meta(
        field.says(
          'Hoạt động đã diễn ra mà sự kiện này dự báo',
          'The activity that reported this event once it had happened',
        ),
      ),
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};

const partner = {
  facts: z.strictObject({
    names: field.names,
    abbreviation: field.text.optional().meta(field.says('Tên viết tắt', 'The abbreviation')),
    aliases: z
      .array(field.text)
      .default([])
      .meta(
        field.says('Những cách viết khác của tên, để tìm kiếm', 'Other spellings of the name, for search'),
      ),
    country: field.country.meta(field.says('Mã hai chữ của nước', 'Two-letter code of the country')),
    type: z.enum(partnerTypes).meta(field.says('Loại hình đối tác', 'What kind of partner it is')),
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({
    summary: field.text
      .optional()
      .meta(field.says('Một câu giới thiệu đối tác', 'One sentence about the partner')),
    ...field.translation,
  }),
};

const issue = {
  facts: z.strictObject({
    number: z.int().positive().meta(field.says('Số báo trong năm', 'Number of the issue in its year')),
    date: field.date.meta(
      field.says(
        'Khoảng thời gian của số báo, ví dụ 2023-07/2023-12',
        'The period of the issue, for instance 2023-07/2023-12',
      ),
    ),
    publisher: field.reference.meta(field.says('Liên hiệp xuất bản', 'The unit that publishes it')),
    sections: z
      .array(
        z.strictObject({
          id: z
            .string()
            .regex(/^[a-z0-9-]+$/)
            .meta(
              field.says(
                'Tên ngắn của phần, không dấu; tên hiện ra nằm trong sectionTitles',
                'A short name without accents; the title shown stands in sectionTitles',
              ),
            ),
          items: z
            .array(field.reference)
            .min(1)
            .meta(
              field.says(
                'Các bài: activities/<năm>/<tên> hoặc stories/<năm>/<tên>',
                'The items: activities/<year>/<name> or stories/<year>/<name>',
              ),
            ),
        }),
      )
      .min(1)
      .meta(
        field.says(
          'Các phần của số báo và các bài theo thứ tự',
          'Sections of the issue and their items in order',
        ),
      ),
    colophon: z
      .strictObject({
        licence: field.text
          .optional()
          .meta(field.says('Số giấy phép xuất bản', 'Number of the publishing licence')),
        editors: z.array(field.text).default([]).meta(field.says('Người biên tập', 'The editors')),
        printRun: z.int().positive().optional().meta(field.says('Số bản in', 'Copies printed')),
      })
      .default({ editors: [] })
      .meta(
        field.says(
          'Giấy phép, biên tập, số lượng in; để trống khi chưa có',
          'Licence, editors, print run; left out until known',
        ),
      ),
    cover: z
      .strictObject({
        image: field.text.meta(
          field.says('Tên tệp ảnh nằm cạnh index.vi.mdx', 'Name of the photo beside index.vi.mdx'),
        ),
        credit: field.text.optional().meta(field.says('Người chụp', 'Who took it')),
      })
      .optional()
      .meta(
        field.says(
          'Ảnh bìa; bỏ trống thì bìa là tấm vải dệt',
          'Cover photo; without it the cover is the cloth',
        ),
      ),
    figures: z
      .boolean()
      .default(true)
      .meta(field.says('In trang “Qua những con số”', 'Whether to print the page “In figures”')),
    calendar: z
      .boolean()
      .default(true)
      .meta(
        field.says('In lịch sắp tới và các dịp kỷ niệm', 'Whether to print coming events and anniversaries'),
      ),
    minimumItems: z
      .int()
      .positive()
      .default(6)
      .meta(
        field.says(
          'Số bài ít nhất phải có trong một ngôn ngữ thì mới in số báo bằng ngôn ngữ ấy',
          'An edition of a language is made when at least so many items exist in it',
        ),
      ),
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({
    ...field.articleText,
    sectionTitles: z
      .record(z.string(), field.text)
      .meta(field.says('Tên các phần trong ngôn ngữ này', 'Titles of the sections in this language')),
    coverAlt: field.text.optional().meta(field.says('Ảnh bìa cho thấy gì', 'What the cover photo shows')),
    ...field.translation,
  }),
};

const unit = {
  facts: z.strictObject({
    kind: z
      .enum(['union', 'association', 'cluster', 'national'])
      .meta(
        field.says(
          'Liên hiệp, hội thành viên, cụm hay trung ương',
          'Union, member association, cluster or national',
        ),
      ),
    order: z.int().meta(field.says('Thứ tự trong báo cáo của cụm', 'Position in the report of the cluster')),
    parent: field.reference
      .optional()
      .meta(
        field.says('Liên hiệp hoặc cụm mà đơn vị này thuộc về', 'The union or cluster that it belongs to'),
      ),
    place: field.reference
      .optional()
      .meta(
        field.says(
          'Địa bàn, theo tên trong content/places',
          'Its province or city, by the name in content/places',
        ),
      ),
    countries: field.countries,
    validFrom: field.date.optional().meta(field.says('Ngày bắt đầu', 'The day from which it exists')),
    validUntil: field.date
      .optional()
      .meta(field.says('Ngày cuối cùng còn hoạt động', 'The last day on which it existed')),
    successor: field.reference.optional().meta(field.says('Tên hoặc đơn vị kế tiếp', 'What came after it')),
    leads: z
      .array(
        z.strictObject({
          year: z.int().meta(field.says('Năm', 'The year')),
          lead: field.reference.meta(field.says('Cụm trưởng', 'The lead')),
          deputy: field.reference.meta(field.says('Cụm phó', 'The deputy')),
        }),
      )
      .default([])
      .meta(field.says('Cụm trưởng và cụm phó theo năm', 'Lead and deputy of the cluster by year')),
    names: field.names,
    shortNames: field.names,
    aliases: z.array(field.text).default([]).meta(field.says('Những cách viết khác', 'Other spellings')),
    sources: field.sources,
    notes: field.notes,
  }),
};

const place = {
  facts: z.strictObject({
    kind: z
      .enum(['province', 'city', 'site'])
      .meta(field.says('Tỉnh, thành phố hay một địa điểm', 'Province, city or a single site')),
    in: field.reference
      .optional()
      .meta(field.says('Tỉnh hoặc thành phố có nơi này', 'The province or city that it lies in')),
    validUntil: field.date
      .optional()
      .meta(field.says('Ngày cuối cùng mà tên này còn hiệu lực', 'The last day on which the name was valid')),
    successor: field.reference.optional().meta(field.says('Tên hoặc đơn vị kế tiếp', 'What came after it')),
    names: field.names,
    aliases: z.array(field.text).default([]).meta(field.says('Những cách viết khác', 'Other spellings')),
    notes: field.notes,
  }),
};

const occasion = {
  facts: z.strictObject({
    kind: z
      .enum(occasionKinds)
      .meta(
        field.says(
          'Ngày lễ, quốc khánh, quan hệ ngoại giao, lịch sử',
          'Festival, national day, relations between countries, history',
        ),
      ),
    calendar: z
      .enum(calendars)
      .meta(field.says('Lịch dùng để tính ngày', 'The calendar by which the day is found')),
    since: field.date
      .optional()
      .meta(
        field.says(
          'Ngày hoặc năm bắt đầu; số năm kỷ niệm được tính từ đây',
          'First day or year; anniversaries are counted from it',
        ),
      ),
    countries: field.countries,
    names: field.names,
    sources: field.sources,
    notes: field.notes,
  }),
};

const document = {
  facts: z.strictObject({
    names: field.names,
    file: field.text.meta(field.says('Tên tệp của văn bản', 'File name of the document')),
    notes: field.notes,
  }),
};

/** Collections whose records are a folder with one MDX file a language. */
export const articleSchemas = {
  activities: activity,
  stories: story,
  events: event,
  partners: partner,
  issues: issue,
} as const;

/** Collections whose records are one YAML file. */
export const referenceSchemas = {
  units: unit,
  places: place,
  occasions: occasion,
  documents: document,
} as const;

export type ArticleCollection = keyof typeof articleSchemas;
export type ReferenceCollection = keyof typeof referenceSchemas;
export type CollectionName = ArticleCollection | ReferenceCollection;

export type Facts<Name extends CollectionName> = Name extends ArticleCollection
  ? z.output<(typeof articleSchemas)[Name]['facts']>
  : Name extends ReferenceCollection
    ? z.output<(typeof referenceSchemas)[Name]['facts']>
    : never;

export type TextFields<Name extends ArticleCollection> = z.output<(typeof articleSchemas)[Name]['text']>;

/** Records of these collections stand in a folder per year: `activities/2023/<slug>`. */
export const byYear: readonly CollectionName[] = ['activities', 'stories', 'events'];

/** Collections whose texts need a body; a partner may be a name and a country only. */
export const bodyRequired: readonly CollectionName[] = ['activities', 'stories', 'events', 'issues'];
