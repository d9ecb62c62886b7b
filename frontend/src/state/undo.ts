/** States that can be gone back to. Changes that come in one sweep count as one. */

const DEPTH = 100;

export class Undo<T> {
  private past: T[] = [];
  private future: T[] = [];

  constructor(private present: T) {}

  record(next: T): void {
    if (JSON.stringify(next) === JSON.stringify(this.present)) return;
    this.past.push(this.present);
    if (this.past.length > DEPTH) this.past.shift();
    this.present = next;
    this.future = [];
  }

  back(): T | null {
    const before = this.past.pop();
    if (before === undefined) return null;
    this.future.push(this.present);
    this.present = before;
    return before;
  }

  forth(): T | null {
    const after = this.future.pop();
    if (after === undefined) return null;
    this.past.push(this.present);
    this.present = after;
    return after;
  }

  get canGoBack(): boolean {
    return this.past.length > 0;
  }

  get canGoForth(): boolean {
    return this.future.length > 0;
  }
}
