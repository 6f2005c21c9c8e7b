/**
 * The characters that the faces of print have: Literata, Noto Serif with Lao, Khmer and simplified Chinese. Others would come out
 * as boxes, or in whatever face the machine has. A test holds these tables against the files of the fonts.
 */

/** From and to in hexadecimal, all but the Chinese characters of U+4E00–9FFF. */
const ranges = [
  '20-7e a0-2cc 2ce-2d7 2d9-2da 2dc-301 303-304 307-309 30c 323 329 401 410-44f 451 e81-e82 e84 e87-e88 e8a e8d',
  'e94-e97 e99-e9f ea1-ea3 ea5 ea7 eaa-eab ead-eb9 ebb-ebd ec0-ec4 ec6 ec8-ecd ed0-ed9 edc-edf 1780-17dd',
  '17e0-17e9 17f0-17f9 19e0-19ff 1d00-1dbf 1e00-1eff 2002-2003 2009 200b-200d 2010-2016 2018-201a 201c-201e',
  '2020-2022 2025-2027 2030 2032-2033 2035 2039-203c 2044 2049 2074 20a0-20c0 20dd 2103 2105 2109 2113 2116',
  '2121-2122 2126 212b 2190-2194 2196-2199 21c4 21cc 21d0 21d2 21d4 21e6-21e9 2200 2202 2205-2208 220b 220f',
  '2211-2212 2215 221a 221d-2220 2223 2225 2227-222b 222e 2234-2237 223d 2245 2248 224c 2260-2261 2264-2267',
  '226a-226b 226e-226f 2282-2283 2295 2297 2299 22a5 22bf 22ef 2307 2312 2318 2460-2471 2474-249b 24b8 24c2 24c7',
  '24c9 24d0 24d2 24d4 24d8 24dd-24de 24e3 24e6 24e8 2500-2526 2528-2534 2536-2537 253b-2548 254a-254b 2550-2551',
  '2554 2557 255a-255b 255d 255f-2560 2562-2563 2565-2567 2569-256a 256c-2573 2579 2580-2595 25a0-25a1 25a3',
  '25a9-25ab 25b2-25b3 25b6-25b7 25bc-25bd 25c0-25c1 25c6-25c7 25c9-25cc 25ce-25d1 25e2-25e6 25ef 2600-2603',
  '2605-2606 2609 260e-260f 261c-261f 262f 2640 2642 2660-266d 266f 267b 26a0 26bd-26be 2702 2713 271a 273d',
  '273f-2740 2756 2776-277e 2780-2782 278a-278c 278e 27a1 2934-2935 2b05-2b07 2c60-2c7f 2ebb 2f00 2f08 2f24 2f2d',
  '2f2f-2f30 2f3c 2f45 2f63-2f64 2f74 2f83 2f8f 2fbc 3000-3003 3005-301e 3021 3023-3024 3030 3034-3035 3041-3096',
  '3099-30ff 3105-312f 3131 3134 3137 3139 3141-3142 3145 3147-3148 314b 314d-314e 315c 3160-3161 3163 3186 318d',
  '3192 3196-3198 319e-319f 3220-3229 3231 3268 3297 3299 32a3 338e-338f 3395 339c-339e 33a1 33c4 33d1-33d2 33d5',
  '3434 3448-3449 34dc 34ee 353e 355d 3566 3575 3592 35a0-35a1 35ad 35ce 36a2 36ab 38a8 3dab 3de7 3deb 3e1a 3f1b',
  '3f6d 4495 4723 48fa 4ca3 4db6-4dbf a720-a7ca a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff f901 f90a f92c-f92d f934 f937',
  'f965 f967 f974 f979 f97e f98a f98e f99c f9b5 f9ba f9be f9d0 f9dd f9e0-f9e1 f9e4 fa08 fa0a fa11 fb01-fb02',
  'fe30-fe31 fe33-fe44 fe49-fe52 fe54-fe57 fe59-fe66 fe68-fe6b ff01-ff5e ff61-ff65 ff67-ff6a ff6c ff6f-ff78',
  'ff7a-ff7d ff80-ff84 ff86 ff89-ff8e ff92 ff97-ff9b ff9d-ff9f ffe0-ffe6 ffe9 ffeb ffed 1f170-1f171 1f192-1f195',
  '1f198-1f19a 1f21a 1f232 1f234-1f237 1f250-1f251',
].join(' ');

/** A bit each for U+4E00–9FFF, in base64. */
const han = [
  '///7//e/9///+93/8yILwef/ft//e3//////7/vf/b8776/v9//fd8vju/+/1v3/X+//aevX6KF85Iv9X/9qRWK6/v/+f9lf7vfqXK0U9+khI6',
  'Z/7DOsTLCkYkTgcCvO166t3QI9vpP/+/cVpHv/u/+/5h79//+42f9SOFOva7/vbeYvMX/Jv69+U/i6hq2gvqsO7M+/PtqqLuXrvf/t33Wp4TZL',
  'xAP/u///9d/bv690enm9f2Pt2f7//s//////////7+//fvtNX/8bXv3//V/89y/+vz7r3///9uZnHPfy8t9q3dy/+duv6fny//fZ/98bt+Bf73',
  '7w8v//ev3vaGPz0N2++lefB/K5H12f+1/w0K/Y/vPSkQ4m0u///7/3Wb9M06j3OU6v9oP8W++pGHzZPP7f/3fj/Pn0/7eo8DfvejL6f5QzpHc1',
  'lncEuy9iKyfM90t7CfjuVS7DFNrvJ9X/cf69/9ZXl/v7Bed12Dvepcx3u/9sb9u////9X6qr+jdunS/iVtH/tutE5TT8nh5QzFwZxL7n3r9Xl1',
  '8/Ly4iG8IIln/VwSkM/7/8fiutu7u6/39ceeP9GP/99ttt3/7///+0nZP///8jWn/QEv8fOfNfDjqq5ZoIBIN7p1kp3/n/7/fiH3DeXeU9AJsQ',
  'gPybDCIAAMQ07DLUee7r3vzvkXs/5O3bf/WRuMoODPz/+4z///+p6ENOH16uDZXZ3Z/9v43ls+L/73f9+/7//9+/P69Tw/e4Mnj6/3+3bG7pf+',
  'R0OuvPKppOqD1vvb9pv/j2/LzNv39570+6v9//WwZD4zSe3f/B5NBdKrW+WftAhGwTlpo77MzcD5+EQ0Dl9cH///9v1N3py3s+S+v+S/ZZRv7d',
  'NxkivvT/37//+/vwhn/P7n+P9v7t+jHwjuPHLI3//8u/d79fWeNHTAtm9PdnuNlY7zX25PcFF/mko4s/vBHvZzF6/9+3bpVFVxKX1QmCFHE83P',
  'f/JP/6a1z6/3/u2u+6u7rF/v/ZzSjv8/vdzd479vP9e3w+mvzu/9vbV7d756XNTTZLwhPg/0cXn/ctr7mq7P9+rl3za9Cn/6/8nr7t9a+/6xv7',
  'h5/3/ZO77fvfzuD2P757f1N7sP+L1IBqgIiozaFr9l8/r6Xb//e+52kFnDEkEfI/DJzuXf+6s/Vn8BvYaZIYunybj1EwDv1HDorLCo8j/9FNBc',
  'vmCALSUUCTUBXara1cUQyfsQEACDDkzwK/EIRvyFIZC/+mnR//Lu5NHqa9vGf8/w9CmDoi4KH7j/7///fH3vH+m69dd/6bf6/+f77//hb/zn//',
  '73263d/f7M9v//7v31/79rA5pFf//9/ffJH9mk5/U9/rH7h/++7/utT3u256+e7s3dHvokHx5ozWvP+bu+9315zHToN4Aj2/zsH46fLf9v53f1',
  '97lRm6hFoC/w8uyBPaA0RgqiLtyNGhdhCeAnVauGHxY8Z2sxD+/z+PzRC/0buAphAX+VdDwEMQ9F5lVvJjXKXRhRSTMZH+Xx7PNZbhZVCawTBB',
  'fAh95//HeUS/99Y+b5ekBIiB8P9/f3HF6mPz3z+fXPj4p3774jXkpYItsXVt3P/v3+/vzw7l90d66ee19v//AV10933few2k/r2n20Tfzwn1yU',
  'dHpyqVNt/9w9CAOqGql/6//02x/99+9Z1/397+16Y7+T9zvjd0S90Pn9Zrf/+79889941xVNUu2m7/3l1v7/XYN4xs99f5/scW/5v7VM5H+/33',
  'y/AHf24/Bvax+A/Apbb56KUgwH6s/kjpT7L3/e76vV+/2/8mIP7A0IJzmv+qIl/WKg43VmKVlkymWgnOUgxQfu/X+//1q5Tf9/60nfjfO+9Pq2',
  'bh2KuRbS1skNZpUM+6xfKiaEwL0Yf7Jf/5a/cJ5bANRv57oPDu/996y31//9/2/lc9wfL++qX4//ve/5ML2x8aJnPG0lCKvWLC2/+v74sxGYI5',
  'UBw+Nv//+/fX7/6nN+DSsZHhW/Evn//3/2sHXZhzWU7d7kbyr1r3Rfz3/ZK91v19v77aFw8ESE3Kgn7bbHJvwi6JOgawXN3//+/v//+//+/v//',
  '3///+/////JTQwt6cvR79iYl9z75rzV7MrVDSP69obXnt491PAB/qpTDxURwLH3/H9m0i9N+7W9V900n6zv1s19vf///7/n8NFfTtH4Wsb/wWF',
  'Aj9pA0isTzYa2aj/OF3399XZ3r3/T5CKAIdAwc/nHO/fs/v//3P3/f/7/+6a///zuj2QvX4f+ZdX3/v/iLllT1xbDc/ft6eferkjjherWvwCMf',
  '0TArvAQsYeTrrrJbRamdoigRT/9i5LoO1QSJQBELqFajq0PyhHyEIyp1VO8YUSGlTfgUOCoimwcQcQyuQMQgWAIgCRAOA/3IRYIv4HPCgwmpdz',
  'BNHuE8tQ4h9LzSeuVS5CksyFU6ijfUF1eSwpiMQNuSgkUQwGWCFUDGosLHiKDgBmGnF0vGo+34XidqlMGFRtkhDnwz67PhEbc8UePQ8iDFUoEh',
  'Bg0kGUBcjrmcgEggaMJPffR1ToiBqBj8forSws2l1DATXpT24PBqA2L0F7dwXTgIjEmMJpmkWHVIEqQxEIwiKSgFVBkJUgCRQJBv///fd/////',
  '//v////9//////+Awt9xBAYdCAckdhlhh5/Zu58lCljdNRA1sKVY6P////9//3v/3yz7ADIMM4IIgTrVXNjC7Bqf6z+g1hHgTP4zJpcPD4ZRMl',
  'WcsqoRUgCcRQRBfASEBAgAeQgKPKgAhkDJMGIAgMD7f//+7/vfSOvn/rZpu/98b5knf6737k/gZl/27L97L+P0t7+Pqi5P139vusWrfNatsOEV',
  'EjRTjaAHBkj+lWQ+1vfnrDoHHB79MEXD/4cxyCAhAqFnMVD6JrD2ccKKSHSREkjpR0oxAHnIAmIRBQAQNAkRUAAlRdebZkAD/P//7U8gQASU2A',
  'SE8P///z/DwRYAACkAwP/3/28sRRAEBgQsCP/////////////////////v//////9///////////+934BJyh7Dff8X//83cBEG7///////vgLF',
  'fvj3OzH4vhf9JWTtsVuZBdt78/pmWg2Pz8r350pSgCQFYxQDT15vMlgUMOg2RWn5FABAGAgRwn5oyG4Rn0ETOREbQPC2TayI4/////v/94NCRN',
  'jBf++G1xRwKDUZTQJRIGMgGLZA6P/39/vt/wMgeRqQehAlKAIgAoAawA4KAAmFACFkpIwk+vv////v/7eB4xc/2R6DSuwQClihCYWshQYY/uNS',
  'lQaAgAABSQKAAW0DAQAGSAgAAQMABAAhABAgBAqBA4gAEACEme//99//a/6/+f779y7CWDAEAwRIQAGAiAAAArIDEAVEEIIEAACAEBGQAoCAAA',
  'AEBgAEAsRv/+/v///q3d9/K/PEGa+gcAYw/xjif/ulh1paAGiZAgWSgmoCDAcAzgAAgPs/c98FAAAAAAAAAAAA//8=',
].join('');

const firstHan = 0x4e00;
const lastHan = 0x9fff;
const hanBits = Uint8Array.from(atob(han), (letter) => letter.charCodeAt(0));

// Spaces that a font lacks are made of the plain one.
const inRanges = new RegExp(
  `[\\t\\n\\u{2000}-\\u{200a}\\u{202f}${ranges.replace(/[\da-f]+/g, (code) => `\\u{${code}}`).replaceAll(' ', '')}]`,
  'u',
);
const notInRanges = new RegExp(inRanges.source.replace('[', '[^\\u{4e00}-\\u{9fff}'), 'gu');
const everyHan = /[\u4E00-\u9FFF]/g;

/** Do the faces of print have this character? */
export function isPrintable(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < firstHan || code > lastHan) return inRanges.test(letter);
  const at = code - firstHan;
  return ((hanBits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

/**
 * The characters of a text that would be boxes in print, each once.
 * @example unprintable('Ông 김 🎉') // => ['김', '🎉']
 */
export function unprintable(text: string): string[] {
  const others = text.match(notInRanges) ?? [];
  const rare = (text.match(everyHan) ?? []).filter((letter) => !isPrintable(letter));
  return [...new Set([...others, ...rare])];
}
