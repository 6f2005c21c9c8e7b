/**
 * The place of a union in a line of its own, as letterheads have it: nothing breaks within “HỮU NGHỊ”.
 * @example issuerLines('LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH GIA LAI') // => ['LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ', 'TỈNH GIA LAI']
 */
export const issuerLines = (issuer: string): string[] =>
  issuer.split(/ (?=TỈNH |THÀNH PHỐ |HỮU NGHỊ ĐỊA PHƯƠNG )/u);
