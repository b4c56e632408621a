/** Light and dark follow the system until the reader chooses. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** The cookie that remembers the choice. */
export const themeCookie = 'kith-theme';

export const themeOf = (value: string | undefined): Theme => themes.find((theme) => theme === value) ?? 'system';
