/** A card is worth opening only for a pointer that stays: 125 ms in, 260 ms of grace out. */

const DWELL_MS = 125;
const GRACE_MS = 260;

export class Dwell {
  private over: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly stayed: (n: number, x: number, y: number, isStillOver: () => boolean) => void,
    private readonly left: () => void,
  ) {}

  hover(n: number | null, x: number, y: number): void {
    if (n === this.over) return;
    this.over = n;
    clearTimeout(this.timer);
    this.timer =
      n === null
        ? setTimeout(this.left, GRACE_MS)
        : setTimeout(() => this.stayed(n, x, y, () => this.over === n), DWELL_MS);
  }
}
