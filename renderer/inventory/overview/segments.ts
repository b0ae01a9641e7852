import { SCOPE_VALUES } from '../rows/conditions';
import type { TokenRows } from '../rows/token-rows';

/** The parts of a bar, from the most power to the least: project tokens by scope, personal ones, scopes Rekey does not know. */
export const SEGMENTS = ['admin', 'read-only', 'status', 'personal', 'other'] as const;
export type Segment = (typeof SEGMENTS)[number];

export const SEGMENT_NAMES: Readonly<Record<Segment, string>> = {
  admin: 'Admin',
  'read-only': 'Read Only',
  status: 'Status',
  personal: 'Personal',
  other: 'Other',
};

/** What a query asks for under `scope` to get exactly the tokens of a segment: a scope is of one kind of token only. */
export const SEGMENT_SCOPES: Readonly<Record<Segment, readonly (keyof typeof SCOPE_VALUES)[]>> = {
  admin: ['admin'],
  'read-only': ['read-only'],
  status: ['status'],
  personal: ['full', 'write', 'read'],
  other: ['other'],
};

/** A count a segment. */
export type SegmentCounts = Readonly<Record<Segment, number>>;

/** By code of the scope column: the place of its segment in `SEGMENTS`. */
export function segmentsByCode({ columns: { scope } }: TokenRows): Uint8Array {
  const placeOf = (code: string) =>
    SEGMENTS.findIndex((segment) =>
      SEGMENT_SCOPES[segment].some((value) => SCOPE_VALUES[value].some((one) => one === code)),
    );
  return Uint8Array.from(scope.values, placeOf);
}

/** The counts of one bar, out of a table that has a line of segments for each bar. */
export function countsAt(table: Uint32Array, line: number): SegmentCounts {
  const at = (place: number) => table[line * SEGMENTS.length + place] ?? 0;
  return { admin: at(0), 'read-only': at(1), status: at(2), personal: at(3), other: at(4) };
}

export const sumOf = (counts: SegmentCounts): number =>
  SEGMENTS.reduce((sum, segment) => sum + counts[segment], 0);
