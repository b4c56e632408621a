/** A drawing in points of the page, the origin at the top left: the one form of charts from which HTML and PDF are made. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Shape = PathShape | TextShape;

export interface PathShape {
  readonly kind: 'path';
  /** As in the attribute `d` of SVG. */
  readonly d: string;
  readonly fill?: string;
  /** 0..1. */
  readonly opacity?: number;
  readonly stroke?: string;
  readonly width?: number;
  /** Strokes of 3 with gaps of 2, or as said. */
  readonly dashed?: boolean | readonly [stroke: number, gap: number];
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
}

/** Undefined: an unbroken line. */
export const dashesOf = ({ dashed = false }: PathShape): readonly [stroke: number, gap: number] | undefined =>
  dashed === true ? [3, 2] : dashed === false ? undefined : dashed;

export const sizeOfText = 9;

/** Ink on white (look.md); what differs by hue differs by lightness too, for those who see no hue and for grey paper. */
export const colours = {
  ink: '#1D2327',
  second: '#535C63',
  line: '#DDD9CF',
  accent: '#0B6A6A',
  pale: '#CFE3E1',
  connected: '#2B7456',
  watch: '#D8C46A',
  elevated: '#DE8A4B',
  high: '#7A1733',
  cannotTell: '#C9CED1',
} as const;

const number = (value: number): string => String(Math.round(value * 100) / 100);

export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `M${number(x1)} ${number(y1)}L${number(x2)} ${number(y2)}`;

export const box = (x: number, y: number, width: number, height: number): string =>
  `M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}z`;

/** Through points, in order. */
export const through = (points: readonly (readonly [x: number, y: number])[], closed = false): string =>
  points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`).join('') + (closed ? 'Z' : '');

/** A dot, of two half circles. */
export const dot = (x: number, y: number, radius: number): string =>
  `M${number(x - radius)} ${number(y)}a${number(radius)} ${number(radius)} 0 1 0 ${number(2 * radius)} 0a${number(radius)} ${number(radius)} 0 1 0 ${number(-2 * radius)} 0z`;
