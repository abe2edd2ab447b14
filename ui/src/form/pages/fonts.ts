/**
 * Fonts for the drawn pages.
 *
 * Forms name fonts that may not be here. Each gets relatives of the same widths and kind,
 * and for Chinese, at the end, the font that comes with the app.
 */

const LATIN_SANS = '"Segoe UI", "Helvetica Neue", "Liberation Sans", "DejaVu Sans"';
const LATIN_SERIF = '"Times New Roman", "Liberation Serif", "DejaVu Serif"';
const SANS = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';
const SERIF = '"Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, "Noto Sans SC", serif';

const RELATIVES: readonly (readonly [RegExp, string])[] = [
  [/calibri|carlito/i, `Carlito, ${LATIN_SANS}, ${SANS}`],
  [/cambria|caladea/i, `Caladea, ${LATIN_SERIF}, ${SERIF}`],
  [/arial|helvetica|liberation sans/i, `Arial, Arimo, ${LATIN_SANS}, ${SANS}`],
  [/courier|liberation mono|consolas|mono/i, `"Liberation Mono", Cousine, "Noto Sans SC", monospace`],
  [/times|georgia|garamond|liberation serif/i, `Tinos, ${LATIN_SERIF}, ${SERIF}`],
  [/song|simsun|宋|kai|楷|fang\s*song|仿宋|ming|明/i, SERIF],
  [/hei|黑|deng|等线|yahei|雅黑|gothic/i, SANS],
  [/sans|verdana|tahoma|segoe|candara|corbel|aptos/i, `${LATIN_SANS}, ${SANS}`],
];

/** A list of fonts with those that may stand in for them. */
export function withRelatives(fonts: string): string {
  const relatives = RELATIVES.find(([name]) => name.test(fonts))?.[1] ?? `${LATIN_SERIF}, ${SERIF}`;
  return `${fonts}, ${relatives}`;
}

/** A style sheet whose every list of fonts has its stand-ins. */
export function sheetWithRelatives(css: string): string {
  return css.replaceAll(/(font-family:\s*)([^;}\n]+)/g, (_, name: string, fonts: string) => {
    return name + withRelatives(fonts.trim());
  });
}
