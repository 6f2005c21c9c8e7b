import { describe, expect, test } from 'vitest';
import { compileBody } from './mdx.ts';

function codesOf(body: string): string[] {
  const codes: string[] = [];
  compileBody(body, 1, ({ code }) => void codes.push(code));
  return codes;
}

describe('what is understood as it was meant is no problem', () => {
  test.each([
    '1. Một\n2. Hai',
    'Số: 1,200,300\nSố: 2,300,400',
    '3. Ba\n4. Bốn',
    '31. Một\n32. Hai',
    '30/4/1975 là ngày thống nhất.',
    '1975\\. Năm ấy',
    'Đoàn gồm 20–30 người, khoảng ~30 người.',
    '- Một\n- Hai',
    '**đậm** và *nghiêng*',
    '## Đề mục\n\nChữ.\n\n---\n\nChữ.',
    'Xem https://vufo.org.vn, rồi [trang](https://vufo.org.vn)。',
    '`** và ~~`',
    'Đoàn \\*rất\\* vui, \\[x\\]\\(y\\)',
    '\\-Một',
    '**Huế** – thành phố',
    'Một (*), hai (*)',
    '5*3 = 15',
    '> Lời 50 năm trước',
    '## Một\n\n### Hai\n\n## Ba',
    '[trang](https://vi.wikipedia.org/wiki/Huế)',
    'https://zh.wikipedia.org/wiki/越南',
    '-5 độ, +84',
    '12:30:45 và 3:smile',
    'a) Chỉ một dòng như thế, (b) và thế này',
    'a) Một\n\nb) Hai',
    'Số #5, giá $5 và $6, 2^10, H.264, [1]',
    'Hai|ba',
    'Tết; Trung thu; 8/3\nvà những ngày khác; tất cả',
    'https://vi.wikipedia.org/wiki/Qu%E1%BA%A3ng_Tr%E1%BB%8B và [trang](https://a.vn/%C3%A0)',
    '* Một\n* Hai',
    '\\#huunghi và \\<b>',
    'Đạt 5★, ★★★',
    'Giá vé* gồm ăn trưa.\n\n\\* Chưa có thuế.',
    '| a | b |\n| - | - |\n| 1 | 2 |',
  ])('%j', (body) => {
    expect(codesOf(body)).toEqual([]);
  });
});

describe('what is half understood is told', () => {
  test.each([
    ['32. Một\n33. Hai', 'accidentalList'],
    ['2. Hai', 'accidentalList'],
    ['H~2~O', 'struckOut'],
    ['双方**友谊长存。**双方', 'leftoverMark'],
    ['ຄະນະ**“ມິດຕະພາບ”**ກັບ', 'leftoverMark'],
    ['- **đậm', 'leftoverMark'],
    ['<Note>\n\n[^1]\n\n</Note>', 'leftoverMark'],
    ['Chữ\n===', 'underlinedHeading'],
    ['[thư](', 'leftoverMark'],
    ['a) Một\nb) Hai', 'leftoverMark'],
    ['1/ Một\n2/ Hai', 'leftoverMark'],
    ['Đơn vị | Số đoàn\nHuế | 8', 'leftoverMark'],
    ['Đơn vị    Số đoàn\nHuế       8', 'leftoverMark'],
    ['Đơn vị;Số đoàn;Số người\nHuế;8;40', 'leftoverMark'],
    ['Đây là *nghiêng mà không đóng.', 'leftoverMark'],
    ['Đây là `mã mà không đóng.', 'leftoverMark'],
    ['5 m^2^ đất', 'leftoverMark'],
    ['Công thức $x^2$', 'leftoverMark'],
    ['== Đề mục ==', 'leftoverMark'],
    ['h2. Đề mục', 'leftoverMark'],
    ['[b]đậm[/b]', 'leftoverMark'],
    ['> [!NOTE]\n> Chú ý.', 'leftoverMark'],
    ['Trao &lt;b&gt;quà&lt;/b&gt;', 'leftoverMark'],
    ['Trao qu%C3%A0', 'leftoverMark'],
    ['Trao qu\\u00e0', 'leftoverMark'],
    ['Trao qu=C3=A0', 'leftoverMark'],
    ['见【友协】(/partners/hvpf/)', 'leftoverMark'],
    ['Error! Reference source not found.', 'leftoverMark'],
    ['Tổng #REF! suất', 'leftoverMark'],
    ['Tổng ##### suất', 'leftoverMark'],
    ['Tổng 1,5E+06 đồng', 'leftoverMark'],
    ['#huunghi #VietNam', 'leftoverMark'],
    ['សូមមើល https://vufo.org.vn។', 'addressTooLong'],
  ])('%j: %s', (body, code) => {
    expect(codesOf(body)).toContain(code);
  });
});
