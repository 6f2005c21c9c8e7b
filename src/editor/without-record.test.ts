import { describe, expect, test } from 'vitest';
import { withoutRecord } from './without-record.ts';

const text = `---
title: "Đón đoàn"
occasion: { id: vn-jp, year: 2023 }
places: [hue]
units:
  - { unit: hue, role: lead }
  - { unit: da-nang }
partners:
  - { partner: hvpf }
sources: [cum-3-2023:1, cum-3-2023:2, hue-2023:3]
---

[Hội **HVPF** 😀](/partners/hvpf/) và [bài](/activities/2023/x/#y), lại [HVPF](/partners/hvpf/?a "b").

<Note>

[HVPF](/partners/hvpf/)

</Note>
`;

describe('what points to a deleted record', () => {
  test('loses the item of its list, and the list when nothing is left in it', () => {
    expect(withoutRecord(text, 'activities', 'units/da-nang')).toBe(
      text.replace('  - { unit: da-nang }\n', ''),
    );
    expect(withoutRecord(text, 'activities', 'places/hue')).toBe(text.replace('places: [hue]\n', ''));
    expect(withoutRecord(text, 'activities', 'documents/cum-3-2023')).toBe(
      text.replace('cum-3-2023:1, cum-3-2023:2, ', ''),
    );
  });

  test('loses the group that was about it', () => {
    expect(withoutRecord(text, 'activities', 'occasions/vn-jp')).toBe(
      text.replace('occasion: { id: vn-jp, year: 2023 }\n', ''),
    );
  });

  test('keeps the words of its links', () => {
    expect(withoutRecord(text, 'activities', 'partners/hvpf')).toBe(
      text
        .replace('partners:\n  - { partner: hvpf }\n', '')
        .replace('[Hội **HVPF** 😀](/partners/hvpf/)', 'Hội **HVPF** 😀')
        .replaceAll(/\[HVPF\]\(\/partners\/hvpf\/(?:\?a "b")?\)/g, 'HVPF'),
    );
    expect(withoutRecord(text, 'activities', 'activities/2023/x')).toContain(' và bài, lại [');
  });

  test('is as it was when it names another', () => {
    expect(withoutRecord(text, 'activities', 'units/da')).toBe(text);
  });

  test('cannot do without a required one', () => {
    const issue =
      '---\ntitle: "Số 1"\npublisher: cum-3\nsections:\n  - { id: a, items: [activities/2023/x] }\n---\n';
    expect(withoutRecord(issue, 'issues', 'units/cum-3')).toBeUndefined();
    expect(withoutRecord(issue, 'issues', 'activities/2023/x')).toBeUndefined();
    const two = issue.replace('2023/x]', '2023/x, stories/2023/y]');
    expect(withoutRecord(two, 'issues', 'activities/2023/x')).toBe(
      issue.replace('activities/2023/x', 'stories/2023/y'),
    );
  });
});
