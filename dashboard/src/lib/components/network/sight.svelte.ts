const step = 1.5;
const nearest = 8;
/** Pixels below which a press is a click and not a pull. */
const still = 4;

/** Which part of a drawing is looked at: nearer and farther, and pulled about while it is near. */
export class Sight {
  scale = $state(1);
  #x = $state(0);
  #y = $state(0);
  #held: { readonly x: number; readonly y: number } | undefined;
  /** Whether it is being pulled about just now. */
  pulled = $state(false);

  get transform(): string {
    return `translate(${String(this.#x)} ${String(this.#y)}) scale(${String(this.scale)})`;
  }

  /** Keeps the point `centre` of the drawing's frame where it is. */
  zoom(direction: 'nearer' | 'farther', centre: { readonly x: number; readonly y: number }): void {
    const next = Math.min(nearest, Math.max(1, direction === 'nearer' ? this.scale * step : this.scale / step));
    if (next === 1) {
      this.whole();
      return;
    }
    const ratio = next / this.scale;
    this.#x = centre.x - (centre.x - this.#x) * ratio;
    this.#y = centre.y - (centre.y - this.#y) * ratio;
    this.scale = next;
  }

  whole(): void {
    [this.scale, this.#x, this.#y] = [1, 0, 0];
  }

  readonly take = ({ clientX, clientY }: PointerEvent): void => {
    this.pulled = false;
    if (this.scale > 1) this.#held = { x: clientX - this.#x, y: clientY - this.#y };
  };

  readonly drag = ({ clientX, clientY, currentTarget, pointerId }: PointerEvent): void => {
    if (this.#held === undefined) return;
    const [x, y] = [clientX - this.#held.x, clientY - this.#held.y];
    if (!this.pulled && Math.hypot(x - this.#x, y - this.#y) >= still) {
      this.pulled = true;
      // Whoever it passes under the pointer is not pointed at: that would draw every line anew.
      (currentTarget as Element).setPointerCapture(pointerId);
    }
    if (this.pulled) [this.#x, this.#y] = [x, y];
  };

  readonly letGo = ({ type }: PointerEvent): void => {
    this.#held = undefined;
    if (type === 'pointercancel') this.pulled = false;
  };

  /** The click that ends a pull chooses nobody. */
  readonly swallow = (event: MouseEvent): void => {
    if (!this.pulled) return;
    this.pulled = false;
    event.preventDefault();
    event.stopPropagation();
  };
}
