import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { flagPaths, flagSize, type Flag } from '../../flags/flags.ts';
import { loadBulletin } from '#content/astro.ts';
import { countriesOf } from '#bulletin/facets.ts';

/** The flags with fine arms, as pictures: `/flags/es.webp`. */
export async function getStaticPaths() {
  return flagPaths(countriesOf((await loadBulletin()).entries), false);
}

export const GET: APIRoute<{ flag: Flag }> = async ({ props: { flag } }) => {
  // Sharp on the densest screens: three pixels for one.
  const picture = await sharp(flag.svg)
    .resize(flagSize.width * 3, flagSize.height * 3)
    .webp({ quality: 80 })
    .toBuffer();
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/webp' } });
};
