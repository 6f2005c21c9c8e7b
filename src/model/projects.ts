/** How far a project has got that needs a donor. */
export const projectStates = ['seeking', 'asked', 'funded', 'done', 'withdrawn'] as const;
export type ProjectState = (typeof projectStates)[number];

/** Whether a donor can still help: what is funded, done or withdrawn is shown as what it is, and asked of nobody. */
export const isOpen = (state: ProjectState): boolean => state === 'seeking' || state === 'asked';
