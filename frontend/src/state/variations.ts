/** A row of seeds of which some are pinned. */

export interface Sibling {
  readonly seed: number;
  /** It stays when the others are rolled. */
  readonly pin: boolean;
}

export type Row = readonly Sibling[];

/** The seeds that follow `seed`; the pinned ones keep their place. */
export function pinned(row: Row, seed: number, many: number): Row {
  return Array.from({ length: many }, (_, at) => {
    const old = row[at];
    return old?.pin ? old : { seed: seed + at + 1, pin: false };
  });
}

/** Fresh seeds for all that are not pinned. */
export const rolled = (row: Row, fresh: () => number): Row =>
  row.map((one) => (one.pin ? one : { seed: fresh(), pin: false }));
