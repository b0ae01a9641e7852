import type { Coverage, ProjectCoverage } from './coverage';
import type { InventoryBatch, InventorySettled, InventorySlice } from './inventory';
import { pack, unpack, type Packed } from './packed';
import type { TokenRecord } from './token';

type PackedCoverage = Omit<Coverage, 'projects'> & { readonly projects: Packed<ProjectCoverage> };

/** A slice of an inventory as it crosses to the page. */
export type PackedSlice = Omit<InventorySlice, 'tokens' | 'coverage'> & {
  readonly tokens: Packed<TokenRecord>;
  readonly coverage?: PackedCoverage;
};

/** A batch as it crosses to the page, which learns of the projects when the look has ended. */
export type PackedBatch = Omit<InventoryBatch, 'tokens' | 'projects'> & {
  readonly tokens: Packed<TokenRecord>;
};

/** The end of a look as it crosses to the page. */
export type PackedSettled = Omit<InventorySettled, 'coverage'> & { readonly coverage: PackedCoverage };

const packCoverage = (coverage: Coverage): PackedCoverage => ({
  ...coverage,
  projects: pack(coverage.projects),
});

const unpackCoverage = (coverage: PackedCoverage): Coverage => ({
  ...coverage,
  projects: unpack(coverage.projects),
});

export const packSlice = ({ tokens, coverage, ...rest }: InventorySlice): PackedSlice => ({
  ...rest,
  tokens: pack(tokens),
  ...(coverage !== undefined && { coverage: packCoverage(coverage) }),
});

export const unpackSlice = ({ tokens, coverage, ...rest }: PackedSlice): InventorySlice => ({
  ...rest,
  tokens: unpack(tokens),
  ...(coverage !== undefined && { coverage: unpackCoverage(coverage) }),
});

export const packBatch = ({ connection, tokens, progress }: InventoryBatch): PackedBatch => ({
  connection,
  tokens: pack(tokens),
  progress,
});

export const unpackBatch = ({ tokens, ...rest }: PackedBatch): Omit<InventoryBatch, 'projects'> => ({
  ...rest,
  tokens: unpack(tokens),
});

export const packSettled = (end: InventorySettled): PackedSettled => ({
  ...end,
  coverage: packCoverage(end.coverage),
});

export const unpackSettled = (end: PackedSettled): InventorySettled => ({
  ...end,
  coverage: unpackCoverage(end.coverage),
});
