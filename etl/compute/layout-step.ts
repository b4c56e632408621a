/**
 * One step of ForceAtlas2 with strong gravity, everybody pushing everybody: what graphology-layout-forceatlas2 does in its
 * square iteration, to the last bit, without asking at every pair which of its other modes is meant. Numbers are single
 * precision where it keeps them so, and each is declared by itself: a pattern would make an array at every pair.
 * `test/compute/layout-step.test.ts` holds the two to each other.
 *
 * Jacomy, M., Venturini, T., Heymann, S. & Bastian, M. (2014). ForceAtlas2. PLoS ONE 9(6), e98679.
 */
export interface Layout {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Movement of the last step. */
  readonly dx: Float32Array;
  readonly dy: Float32Array;
  readonly mass: Float32Array;
  /** 1 at first. */
  readonly convergence: Float32Array;
}

/** Places of the two and how strongly they are bound, by edge. */
export interface Bonds {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float32Array;
}

export interface Forces {
  readonly gravity: number;
  readonly scalingRatio: number;
  readonly slowDown: number;
}

export function layoutStep(layout: Layout, bonds: Bonds, forces: Forces): void {
  const before = { dx: layout.dx.slice(), dy: layout.dy.slice() };
  repel(layout, forces);
  pullIn(layout, forces);
  attract(layout, bonds);
  move(layout, before, forces);
}

function repel({ x, y, dx, dy, mass }: Layout, { scalingRatio }: Forces): void {
  dx.fill(0);
  dy.fill(0);
  for (let one = 0; one < x.length; one++) {
    const ownX = x[one]!;
    const ownY = y[one]!;
    const push = scalingRatio * mass[one]!;
    let ownDx = dx[one]!;
    let ownDy = dy[one]!;
    for (let other = 0; other < one; other++) {
      const byX = ownX - x[other]!;
      const byY = ownY - y[other]!;
      const distance = Math.sqrt(byX * byX + byY * byY);
      if (distance === 0) continue;
      const factor = (push * mass[other]!) / distance / distance;
      ownDx = Math.fround(ownDx + byX * factor);
      ownDy = Math.fround(ownDy + byY * factor);
      dx[other]! -= byX * factor;
      dy[other]! -= byY * factor;
    }
    dx[one] = ownDx;
    dy[one] = ownDy;
  }
}

function pullIn({ x, y, dx, dy, mass }: Layout, { gravity, scalingRatio }: Forces): void {
  for (let node = 0; node < x.length; node++) {
    const factor = scalingRatio * mass[node]! * (gravity / scalingRatio);
    dx[node]! -= x[node]! * factor;
    dy[node]! -= y[node]! * factor;
  }
}

function attract({ x, y, dx, dy }: Layout, { from, to, weight }: Bonds): void {
  for (let edge = 0; edge < weight.length; edge++) {
    const one = from[edge]!;
    const other = to[edge]!;
    const factor = -weight[edge]!;
    const byX = (x[one]! - x[other]!) * factor;
    const byY = (y[one]! - y[other]!) * factor;
    dx[one]! += byX;
    dy[one]! += byY;
    dx[other]! -= byX;
    dy[other]! -= byY;
  }
}

function move(layout: Layout, before: Pick<Layout, 'dx' | 'dy'>, { slowDown }: Forces): void {
  const { x, y, dx, dy, mass, convergence } = layout;
  for (let node = 0; node < x.length; node++) {
    const newX = dx[node]!;
    const newY = dy[node]!;
    const oldX = before.dx[node]!;
    const oldY = before.dy[node]!;
    const swinging = mass[node]! * Math.sqrt((oldX - newX) * (oldX - newX) + (oldY - newY) * (oldY - newY));
    const traction = Math.sqrt((oldX + newX) * (oldX + newX) + (oldY + newY) * (oldY + newY)) / 2;
    const speed = (convergence[node]! * Math.log(1 + traction)) / (1 + Math.sqrt(swinging));
    // Not newX * newX, which is another number in its last bit now and then.
    const force = Math.pow(newX, 2) + Math.pow(newY, 2);
    convergence[node] = Math.min(1, Math.sqrt((speed * force) / (1 + Math.sqrt(swinging))));
    x[node]! += newX * (speed / slowDown);
    y[node]! += newY * (speed / slowDown);
  }
}
