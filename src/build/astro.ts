import type * as astro from 'astro';

/**
 * The door to Astro. What it would tell its makers and ask them for is turned off: no command of this project reaches
 * for the network. Astro looks at these variables while it is loaded, so nothing else may load it.
 */
export async function loadAstro(): Promise<typeof astro> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  return import('astro');
}
