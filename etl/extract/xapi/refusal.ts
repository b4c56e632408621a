/** Why a statement cannot be believed. The message holds nothing of what the statement says. */
export interface Refusal {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'code' in value;
}
