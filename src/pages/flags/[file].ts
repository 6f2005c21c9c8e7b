import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { loadBulletin } from '#content/astro.ts';
import { countriesOf } from '#bulletin/facets.ts';
import { flagOf, flagSize, type Flag } from '../../flags/flags.ts';

/** The flags of the countries that the records name: `/flags/la.svg`, `/flags/es.webp`. */
export async function getStaticPaths() {
  return countriesOf((await loadBulletin()).entries).flatMap((code) => {
    const flag = flagOf(code);
    return flag ? [{ params: { file: flag.name }, props: { flag } }] : [];
  });
}

export const GET: APIRoute<{ flag: Flag }> = async ({ props: { flag } }) => {
  if (flag.light) {
    return new Response(flag.svg.toString('utf8'), { headers: { 'Content-Type': 'image/svg+xml' } });
  }
  // Sharp on the densest screens: three pixels for one.
  const picture = await sharp(flag.svg)
    .resize(flagSize.width * 3, flagSize.height * 3)
    .webp({ quality: 80 })
    .toBuffer();
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/webp' } });
};
