/** How much room an item of an issue takes: the one that opens its section, an article like others, a short notice. */
export const ranks = ['lead', 'standard', 'brief'] as const;
export type Rank = (typeof ranks)[number];
