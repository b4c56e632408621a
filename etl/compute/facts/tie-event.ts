/** One tie event (indicators §1.2). Undirected ones stand once. */
export interface TieEvent {
  readonly kind: string;
  readonly layer: 'direct_peer' | 'contact' | 'staff';
  readonly source: number;
  readonly target: number;
  readonly directed: boolean;
  readonly at: number;
  /** Reply equivalents before decay. */
  readonly weight: number;
}
