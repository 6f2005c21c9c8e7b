import type { ReportEdition } from '../../editions/report.ts';

/** A report with one of everything that a report can have, of a union that does not exist: for the tests of this folder. */

const from = { records: [], sources: [] };
export const sampleReport: ReportEdition = {
  kind: 'report',
  name: 'huu-nghi-2023',
  unit: 'huu-nghi',
  draft: true,
  letterhead: {
    superior: 'CƠ QUAN TRÊN',
    issuer: 'LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH MỚI',
    number: 'Số: …/BC',
    placeAndDay: '…………, ngày … tháng … năm …',
  },
  title: 'TỔNG KẾT\nNĂM 2023',
  opening: [{ kind: 'paragraph', text: 'Mở đầu <&> “thế”.', remarks: [], ...from }],
  sections: [
    { level: 1, title: 'KẾT QUẢ', remarks: ['Của đề mục.'], blocks: [] },
    {
      level: 2,
      title: 'Viện trợ',
      remarks: [],
      blocks: [
        { kind: 'item', text: 'Một việc.', remarks: ['Thứ nhất.', 'Thứ hai.'], ...from },
        { kind: 'subitem', text: 'Điểm nhỏ.', remarks: [], ...from },
        { kind: 'blank', remarks: ['Chưa viết.'] },
        {
          kind: 'table',
          title: 'Bảng',
          columns: [
            { title: 'TT', width: 20 },
            { title: 'Giá trị', width: 80, figures: true },
          ],
          rows: [
            ['1', '7.200 USD'],
            ['2', '31.250.000 đồng'],
          ],
          remarks: ['Của bảng.'],
          ...from,
        },
      ],
    },
    { level: 3, title: 'Tiểu mục', remarks: [], blocks: [] },
    { level: 4, title: 'Liên hiệp', remarks: [], blocks: [] },
  ],
  closing: [{ kind: 'paragraph', text: 'Kết.', remarks: [], ...from }],
  signature: { authority: 'TM. BAN THƯỜNG VỤ', office: 'CHỦ TỊCH', name: '…………' },
  recipients: ['Nơi một', 'Lưu: VT.'],
  day: '2023-12-31',
  remarks: ['Của cả báo cáo.'],
  unplaced: [],
  undated: [],
};
