/** Fingers, mouse and wheel → pan, zoom, tap, hover and drawing, in CSS pixels of the element. */

export interface Held {
  readonly shift: boolean;
  readonly alt: boolean;
}

/** While a drawing tool is in the hand, one finger draws and two move the map. */
export interface DrawHandlers {
  isDrawing(): boolean;
  begin(x: number, y: number, held: Held): void;
  move(x: number, y: number): void;
  end(): void;
  cancel(): void;
  tap(x: number, y: number, held: Held): boolean;
}

export interface GestureHandlers {
  readonly draw: DrawHandlers;
  pan(dx: number, dy: number): void;
  zoom(x: number, y: number, delta: number): void;
  tap(x: number, y: number, touch: boolean, forced: boolean): void;
  hover(x: number, y: number): void;
  leave(): void;
  hold(moving: boolean): void;
}

const SLOP_PX = 5;
const LONG_PRESS_MS = 450;
/** One notch of a mouse wheel (100 px) is about a third of a doubling. */
const ZOOM_PER_PX = 0.0032;

interface Finger {
  x: number;
  y: number;
}

const spot = ({ x, y }: Finger): [number, number] => [x, y];
const held = (event: MouseEvent): Held => ({ shift: event.shiftKey, alt: event.altKey });

export function listen(element: HTMLElement, handlers: GestureHandlers): () => void {
  const fingers = new Map<number, Finger>();
  let travelled = 0;
  let pressedAt = 0;
  let pinched = false;
  let drawing = false;
  const stop = new AbortController();
  const { signal } = stop;

  const at = (event: MouseEvent): Finger => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = (): { gap: number; x: number; y: number } | null => {
    const [a, b] = [...fingers.values()];
    return a && b ? { gap: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null;
  };

  element.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, at(event));
      if (fingers.size === 1) {
        travelled = 0;
        pressedAt = performance.now();
        pinched = false;
        drawing = handlers.draw.isDrawing();
        if (drawing) handlers.draw.begin(...spot(at(event)), held(event));
      } else {
        pinched = true;
        if (drawing) handlers.draw.cancel();
        drawing = false;
      }
    },
    { signal },
  );

  element.addEventListener(
    "pointermove",
    (event) => {
      const finger = fingers.get(event.pointerId);
      const now = at(event);
      if (!finger) {
        if (event.pointerType !== "touch") {
          handlers.hover(now.x, now.y);
          if (handlers.draw.isDrawing()) handlers.draw.move(now.x, now.y);
        }
        return;
      }
      const before = spread();
      const [dx, dy] = [now.x - finger.x, now.y - finger.y];
      finger.x = now.x;
      finger.y = now.y;
      const after = spread();
      if (before && after) {
        handlers.pan(after.x - before.x, after.y - before.y);
        if (before.gap > 0 && after.gap > 0)
          handlers.zoom(after.x, after.y, Math.log2(after.gap / before.gap));
        return;
      }
      const wasStill = travelled <= SLOP_PX;
      travelled += Math.hypot(dx, dy);
      if (drawing) {
        handlers.draw.move(now.x, now.y);
        return;
      }
      if (travelled > SLOP_PX) {
        if (wasStill) handlers.hold(true);
        handlers.pan(dx, dy);
      }
    },
    { signal },
  );

  const release = (event: PointerEvent, cancelled: boolean) => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size > 0) return;
    handlers.hold(false);
    if (drawing) {
      drawing = false;
      if (cancelled) handlers.draw.cancel();
      else if (travelled > SLOP_PX || !handlers.draw.tap(...spot(at(event)), held(event)))
        handlers.draw.end();
      return;
    }
    if (cancelled || pinched || travelled > SLOP_PX) return;
    const { x, y } = at(event);
    const long = performance.now() - pressedAt > LONG_PRESS_MS;
    handlers.tap(
      x,
      y,
      event.pointerType === "touch",
      event.shiftKey || (long && event.pointerType === "touch"),
    );
  };
  element.addEventListener("pointerup", (event) => release(event, false), { signal });
  element.addEventListener("pointercancel", (event) => release(event, true), { signal });
  element.addEventListener("pointerleave", () => handlers.leave(), { signal });
  element.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const { x, y } = at(event);
      const pixels = event.deltaMode === 1 ? event.deltaY * 33 : event.deltaY;
      const pinch = event.ctrlKey ? 3 : 1;
      handlers.zoom(x, y, Math.max(-1.2, Math.min(1.2, -pixels * ZOOM_PER_PX * pinch)));
    },
    { signal, passive: false },
  );
  return () => stop.abort();
}
