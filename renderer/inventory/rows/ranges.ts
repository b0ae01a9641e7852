/** Both ends included; an end that is not said is infinite. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const NUMBER = /^(>=|<=|>|<)?(\d{1,6})d?$/;
const NUMBERS = /^(\d{1,6})d?\.\.(\d{1,6})d?$/;

/** Whole days: `>90`, `<=30`, `30..90`, `12`. Nothing where the text is no such range. */
export function dayRange(text: string): Range | undefined {
  const [, from, to] = NUMBERS.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return { from: Number(from), to: Number(to) };
  const [, sign = '', number] = NUMBER.exec(text) ?? [];
  if (number === undefined) return undefined;
  return bounded(sign, Number(number), Number(number), 1);
}

const DATE = /^(>=|<=|>|<)?(\d{4}(?:-\d{2}(?:-\d{2})?)?)$/;
const DATES = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)\.\.(\d{4}(?:-\d{2}(?:-\d{2})?)?)$/;

/** Days, months or years in UTC: `2026-01`, `<2023-01-05`, `2025..2026-03`. In milliseconds. */
export function dateRange(text: string): Range | undefined {
  const [, first, second] = DATES.exec(text) ?? [];
  if (first !== undefined && second !== undefined) {
    const [from, to] = [spanOf(first), spanOf(second)];
    return from && to && { from: from.from, to: to.to };
  }
  const [, sign = '', date] = DATE.exec(text) ?? [];
  const span = date === undefined ? undefined : spanOf(date);
  return span && bounded(sign, span.from, span.to, 1);
}

/** The first and the last millisecond of a day, a month or a year. */
function spanOf(date: string): Range | undefined {
  const [year = 0, month, day] = date.split('-').map(Number);
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const isReal = new Date(from).toISOString().startsWith(date);
  if (!isReal) return undefined;
  const next =
    day === undefined
      ? month === undefined
        ? Date.UTC(year + 1, 0, 1)
        : Date.UTC(year, month, 1)
      : Date.UTC(year, (month ?? 1) - 1, day + 1);
  return { from, to: next - 1 };
}

function bounded(sign: string, from: number, to: number, step: number): Range {
  switch (sign) {
    case '>':
      return { from: to + step, to: Number.POSITIVE_INFINITY };
    case '>=':
      return { from, to: Number.POSITIVE_INFINITY };
    case '<':
      return { from: Number.NEGATIVE_INFINITY, to: from - step };
    case '<=':
      return { from: Number.NEGATIVE_INFINITY, to };
    default:
      return { from, to };
  }
}
